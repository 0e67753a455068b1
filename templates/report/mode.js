// Choose light or dark before the page is painted: the reader's choice, else the system's.
(function () {
  "use strict";
  var chosen = null;
  try {
    chosen = window.localStorage.getItem("purposebook-mode");
  } catch (refused) {
    // Storage may be off; the system's colours are a good answer too.
  }
  var dark = chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
