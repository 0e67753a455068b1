// In a preview only: shows newer pages as they come, where the reader was, and says what is wrong with the files.
(function () {
  "use strict";
  var own = document.currentScript;
  var shown = Number(own.dataset.number);
  var key = "purposebook-preview" + window.location.pathname;
  var kept = null;
  var reached = 0;
  var leaving = false;
  var states = null;
  var banner = null;

  function storage(use) {
    try {
      return use(window.sessionStorage);
    } catch (refused) {
      return null; // The page stands at its top then.
    }
  }

  function place() {
    if (kept !== null) window.scrollTo({ left: 0, top: Number(kept), behavior: "instant" });
    reached = window.scrollY;
  }

  // The browser would restore a place of its own, at a moment of its own.
  function reload() {
    stop();
    leaving = true;
    window.history.scrollRestoration = "manual";
    window.location.reload();
  }

  // At the last moment, for a reader may scroll while the newer page is fetched. Where a page was too short for the
  // place of the one before, as while a file is half written, that place is meant.
  function leave() {
    stop();
    if (!leaving) return;
    var top = kept !== null && window.scrollY === reached ? kept : String(window.scrollY);
    storage(function (store) {
      store.setItem(key, top);
    });
  }

  function tell(title, lines, kind) {
    var said = JSON.stringify([title, lines]);
    if (banner && banner.dataset.said === said) return;
    if (banner) banner.remove();
    banner = null;
    if (!title) return;
    banner = document.createElement("section");
    banner.className = "pb-preview pb-preview-" + kind;
    banner.dataset.said = said;
    banner.setAttribute("role", "status");
    banner.setAttribute("aria-label", "Preview");
    banner.tabIndex = 0; // It may be long, and then a keyboard has to scroll it.
    var heading = document.createElement("p");
    heading.textContent = title;
    var list = document.createElement("ul");
    lines.forEach(function (line) {
      var item = document.createElement("li");
      item.textContent = line;
      list.appendChild(item);
    });
    banner.append(heading);
    if (lines.length) banner.append(list);
    document.body.append(banner);
  }

  function hear(event) {
    var state = JSON.parse(event.data);
    if (state.number !== shown) return reload();
    var title = state.faults.length ? "This page is older than your files. To be mended:" : "";
    tell(title, state.faults, "faults");
  }

  function over() {
    stop();
    tell("The preview has ended. This page stays as it is.", [], "over");
  }

  function lost() {
    tell("The preview does not answer. This page stays as it is.", [], "over");
  }

  function stop() {
    if (states) states.close();
    states = null;
  }

  // A browser holds few connections to one address, so only tabs that somebody sees keep theirs.
  function follow() {
    if (document.visibilityState === "hidden") return stop();
    if (states) return;
    states = new EventSource(own.dataset.states);
    states.addEventListener("message", hear);
    states.addEventListener("end", over);
    states.addEventListener("error", lost);
  }

  kept = storage(function (store) {
    var found = store.getItem(key);
    store.removeItem(key);
    return found;
  });
  place();
  window.addEventListener("load", function () {
    if (window.scrollY === reached) place(); // The page may be longer now.
    window.history.scrollRestoration = "auto";
  });
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) reload();
  });
  document.addEventListener("visibilitychange", follow);
  follow();
})();
