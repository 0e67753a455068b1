/* A chapter is a page to read and fill in. Nothing in it opens a part of JupyterLab or changes a cell. */

var MARK = "data-lm-suppress-shortcuts";

/* A chapter's notebook holds no data: what is typed goes to the product's files. It never differs from the file,
   so that JupyterLab never saves it, and asks nobody which of two versions should stay. */
function neverSaved(model) {
  function clean() { if (model.dirty) model.dirty = false; }
  model.stateChanged.connect(clean);
  clean();
}

/* Lumino looks for the mark from the element that has the focus upwards before it runs any shortcut. The browser's own
   keys, and those of fields, work as everywhere. */
function withoutShortcuts(app) {
  function mark(event) {
    var node = event.target;
    var shown = app.shell.currentWidget;
    if (!(node instanceof Element) || !shown || !shown.hasClass("pb-chapter") || node.hasAttribute(MARK)) return;
    node.setAttribute(MARK, "");
    setTimeout(function () { node.removeAttribute(MARK); });
  }
  window.addEventListener("keydown", mark, true);
  window.addEventListener("keyup", mark, true);
}

function withoutCellCommands(panel) {
  panel.node.setAttribute("data-jp-suppress-context-menu", "");
  panel.content.node.addEventListener("dblclick", function (event) { event.stopPropagation(); }, true);
}

var done = false;

export function quiet(app, panel) {
  if (!done) withoutShortcuts(app);
  done = true;
  neverSaved(panel.context.model);
  withoutCellCommands(panel);
}
