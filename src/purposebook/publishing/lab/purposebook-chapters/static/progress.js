/* Run a chapter's cells from top to bottom, and say how many exercises are ready. The page stays where the reader is. */

function said(cell) { return cell.model.getMetadata("purposebook") || {}; }

function line(panel) {
  var made = document.createElement("p");
  made.className = "pb-progress";
  made.setAttribute("role", "status");
  panel.node.appendChild(made);
  return made;
}

function text(ready, all) {
  return all ? "Preparing the exercises: " + ready + " of " + all + " ready" : "Preparing the chapter";
}

export async function progress(panel) {
  var cells = panel.content.widgets.filter(function (cell) { return cell.model.type === "code"; });
  var all = cells.filter(function (cell) { return said(cell).exercise; }).length;
  var shown = line(panel);
  var ready = 0;
  shown.textContent = text(ready, all);
  await Promise.allSettled(cells.map(async function (cell) {
    var reply = await cell.constructor.execute(cell, panel.sessionContext);
    if (said(cell).exercise && reply && reply.content.status === "ok") shown.textContent = text((ready += 1), all);
  }));
  shown.remove();
}
