// The frame's own behaviour: the colour switch, links into what is folded, and printing with nothing folded away.
(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.querySelector(".pb-mode");

  function label() {
    button.textContent = root.dataset.theme === "dark" ? "Light colours" : "Dark colours";
  }

  function remember(mode) {
    try {
      window.localStorage.setItem("purposebook-mode", mode);
    } catch (refused) {
      // The page still changes; only the next one will not remember.
    }
  }

  if (button) {
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      remember(root.dataset.theme);
      label();
    });
  }

  // A link to something that is folded away opens it.
  function unfold() {
    var target = document.getElementById(window.location.hash.slice(1));
    var part = target && target.closest("details");
    if (!part) return;
    for (; part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView();
  }
  unfold();
  window.addEventListener("hashchange", unfold);

  var before = null;
  window.addEventListener("beforeprint", function () {
    before = { theme: root.dataset.theme, opened: [] };
    root.dataset.theme = "light";
    document.querySelectorAll("details:not([open])").forEach(function (part) {
      if (!part.closest("figure")) {
        part.open = true;
        before.opened.push(part);
      }
    });
  });
  window.addEventListener("afterprint", function () {
    if (!before) return;
    root.dataset.theme = before.theme;
    before.opened.forEach(function (part) {
      part.open = false;
    });
    before = null;
  });
})();
