/* Whenever a chapter is shown again, its kernel looks whether another chapter, tab or editor wrote something. */

var ASK = "from purposebook.notebook.chapter import shown_again; shown_again()";

export function fresh(app, panel) {
  var asked = false;

  function ask() {
    var session = panel.sessionContext.session;
    var kernel = session && session.kernel;
    if (asked || !panel.hasClass("pb-ready") || app.shell.currentWidget !== panel || !kernel) return;
    if (kernel.connectionStatus !== "connected" || kernel.status === "dead") return;
    asked = true;
    kernel.requestExecute({ code: ASK, silent: true, store_history: false }).done
      .catch(function () {})  // a kernel that ended is told by the forms
      .then(function () { asked = false; });
  }

  function shown() {
    if (document.visibilityState !== "visible") return;
    ask();
    setTimeout(ask, 2000);  // the chapter that somebody came from may still have been saving
  }

  window.addEventListener("focus", shown);
  document.addEventListener("visibilitychange", shown);
  app.shell.currentChanged.connect(shown);
  panel.disposed.connect(function () {
    window.removeEventListener("focus", shown);
    document.removeEventListener("visibilitychange", shown);
    app.shell.currentChanged.disconnect(shown);
  });
}
