// In a preview only: shows newer pages as they come, where the reader was, and says what is wrong with the files.
(function () {
  "use strict";
  var own = document.currentScript;
  var shown = Number(own.dataset.number);
  var key = "purposebook-preview" + window.location.pathname;
  var banner = null;

  function place() {
    try {
      var kept = window.sessionStorage.getItem(key);
      window.sessionStorage.removeItem(key);
      if (kept !== null) window.scrollTo(0, Number(kept));
    } catch (refused) {
      // The page stands at its top.
    }
  }

  function reload() {
    try {
      window.sessionStorage.setItem(key, String(window.scrollY));
    } catch (refused) {
      // The browser may still keep the place by itself.
    }
    window.location.reload();
  }

  function tell(faults) {
    if (banner) banner.remove();
    banner = null;
    if (!faults.length) return;
    banner = document.createElement("aside");
    banner.className = "pb-preview-faults";
    banner.setAttribute("role", "alert");
    var title = document.createElement("p");
    title.textContent = "This page is older than your files: they cannot be read yet.";
    var list = document.createElement("ul");
    faults.forEach(function (fault) {
      var item = document.createElement("li");
      item.textContent = fault;
      list.appendChild(item);
    });
    banner.append(title, list);
    document.body.prepend(banner);
  }

  window.addEventListener("load", place);
  var states = new EventSource(own.dataset.states);
  states.addEventListener("message", function (event) {
    var state = JSON.parse(event.data);
    if (state.number !== shown) return reload();
    tell(state.faults);
  });
  window.addEventListener("pagehide", function () {
    states.close();
  });
})();
