/* Whenever a chapter is shown again, its kernel looks whether another chapter, tab or editor wrote something. */

(function (parts) {
  "use strict";

  var ASK = "from purposebook.notebook.chapter import shown_again; shown_again()";

  parts.fresh = function (app, panel) {
    var asked = false;

    function ask() {
      var session = panel.sessionContext.session;
      var kernel = session && session.kernel;
      if (asked || !panel.hasClass("pb-ready") || !panel.isVisible || !kernel) return;
      if (kernel.connectionStatus !== "connected" || kernel.status === "dead") return;
      asked = true;
      kernel.requestExecute({ code: ASK, silent: true, store_history: false }).done
        .catch(function () {})  // a kernel that ended is told by the forms
        .then(function () { asked = false; });
    }

    function visible() { if (document.visibilityState === "visible") ask(); }

    window.addEventListener("focus", ask);
    document.addEventListener("visibilitychange", visible);
    app.shell.currentChanged.connect(ask);
    panel.disposed.connect(function () {
      window.removeEventListener("focus", ask);
      document.removeEventListener("visibilitychange", visible);
      app.shell.currentChanged.disconnect(ask);
    });
  };
})(window.purposebookChapters);
