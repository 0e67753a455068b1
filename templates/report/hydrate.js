/* Give the static pictures of a page tooltips and a width that follows its column.
   Each picture stands on its own: where anything fails, the static one stays. Colours are CSS variables, so light,
   dark and print need nothing from here. No text of a page is ever turned into HTML or code. */
(function () {
  "use strict";

  var refuse = function () {
    return Promise.reject(new Error("figures load nothing"));
  };
  var loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
  var tip = null;

  function tooltip(handler, event, item, value) {
    if (!tip) {
      tip = document.createElement("dl");
      tip.className = "pb-tip";
      tip.setAttribute("aria-hidden", "true");
      document.body.appendChild(tip);
    }
    var entries = value && typeof value === "object" ? Object.entries(value) : [];
    tip.replaceChildren();
    entries.forEach(function (entry) {
      if (entry[1] === "" || entry[1] == null) return;
      var name = document.createElement("dt");
      var text = document.createElement("dd");
      name.textContent = entry[0];
      text.textContent = String(entry[1]);
      text.dir = "auto";
      tip.append(name, text);
    });
    tip.hidden = !tip.childElementCount;
    if (!tip.hidden) place(event);
  }

  function place(event) {
    var room = 12;
    var left = Math.min(event.clientX + room, window.innerWidth - tip.offsetWidth - room);
    var below = event.clientY + room;
    var fits = below + tip.offsetHeight < window.innerHeight - room;
    tip.style.left = Math.max(room, left) + "px";
    tip.style.top = Math.max(room, fits ? below : event.clientY - tip.offsetHeight - room) + "px";
  }

  function hydrate(figure) {
    var spec = JSON.parse(figure.querySelector("script.pb-spec").textContent);
    var picture = figure.querySelector(".pb-figure-picture");
    var drawn = picture.querySelector(".pb-static svg");
    var live = document.createElement("div");
    live.className = "pb-live";
    live.setAttribute("role", "img");
    ["aria-labelledby", "aria-describedby"].forEach(function (name) {
      live.setAttribute(name, drawn.getAttribute(name));
    });
    var stage = document.createElement("div");
    live.appendChild(stage);
    picture.appendChild(live);
    figure.classList.add("pb-hydrating");
    var options = {
      mode: "vega-lite", renderer: "svg", ast: true, actions: false, defaultStyle: false, hover: false,
      tooltip: tooltip, loader: loader, logLevel: 0
    };
    return window.purposebookVega.embed(stage, spec, options).then(function (result) {
      result.view.addEventListener("mouseout", hide);
      figure.classList.replace("pb-hydrating", "pb-hydrated");
      live.querySelectorAll("svg").forEach(function (svg) {
        svg.setAttribute("aria-hidden", "true");
        svg.setAttribute("focusable", "false");
      });
    }).catch(function () {
      figure.classList.remove("pb-hydrating", "pb-hydrated");
      live.remove();
    });
  }

  function hide() {
    if (tip) tip.hidden = true;
  }

  function attempt(figure) {
    try {
      hydrate(figure);
    } catch (error) {
      figure.classList.remove("pb-hydrating", "pb-hydrated");
    }
  }

  function start() {
    var figures = document.querySelectorAll(".pb-figure");
    if (!window.purposebookVega || !figures.length || !("IntersectionObserver" in window)) return;
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        watch.unobserve(entry.target);
        attempt(entry.target.closest(".pb-figure"));
      });
    }, { rootMargin: "300px" });
    figures.forEach(function (figure) {
      watch.observe(figure.querySelector(".pb-figure-picture"));
    });
    window.addEventListener("scroll", hide, { passive: true });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") hide();
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
