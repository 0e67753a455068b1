/* What a form says stands in classes and lines of text; here it becomes roles and attributes that a screen reader reads. */

var ANSWERS = "input, select, textarea";
var last = 0;

function name(node) {
  if (!node.id) node.id = "pb-" + (last += 1);
  return node.id;
}

function set(node, key, value) {
  if (!node) return;
  if (!value) node.removeAttribute(key);
  else if (node.getAttribute(key) !== value) node.setAttribute(key, value);
}

function lines(block, kinds) {
  return Array.from(block.querySelectorAll(kinds.map(function (kind) { return ":scope > .pb-form-" + kind; }).join()))
    .filter(function (line) { return line.style.display !== "none" && line.textContent; });
}

function describe(block, answers) {
  var wrong = lines(block, ["error"]).length > 0;
  var told = lines(block, ["hint", "example", "error"]).map(name).join(" ");
  answers.forEach(function (answer) {
    set(answer, "aria-invalid", wrong ? "true" : "");
    set(answer, "aria-describedby", told);
  });
}

function group(block) {
  var legend = lines(block, ["legend"])[0];
  set(block, "role", "group");
  set(block, "aria-labelledby", legend ? name(legend) : "");
  describe(block, Array.from(block.querySelectorAll(".pb-form-ticks input")));
}

function summary(block) {
  var first = lines(block, ["problem"])[0];
  if (first) {
    set(first, "role", "heading");
    set(first, "aria-level", "3");
  }
  set(block, "role", "alert");
  set(block, "tabindex", "-1");  // it takes the focus after a failed save
  set(block, "aria-labelledby", first ? name(first) : "");
}

function read(form) {
  form.querySelectorAll(".pb-form-field").forEach(function (field) { describe(field, Array.from(field.querySelectorAll(ANSWERS))); });
  form.querySelectorAll(".pb-form-choices").forEach(group);
  form.querySelectorAll(".pb-form-items").forEach(function (items) {
    describe(items, Array.from(items.querySelectorAll(":scope > .widget-dropdown select")));
  });
  form.querySelectorAll(".pb-form-summary").forEach(summary);
  form.querySelectorAll(".pb-form-link").forEach(function (link) { set(link, "role", "link"); });
  form.querySelectorAll(".pb-form-state:not(.pb-form-live)").forEach(function (line) { set(line, "role", "status"); });
}

export function accessible(app, panel) {
  var waiting = false;
  function later() {
    if (waiting) return;
    waiting = true;
    setTimeout(function () {
      waiting = false;
      panel.node.querySelectorAll(".pb-form-whole").forEach(read);
    });
  }
  var watch = new MutationObserver(later);
  watch.observe(panel.content.node, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class", "style"] });
  panel.disposed.connect(function () { watch.disconnect(); });
  later();
}
