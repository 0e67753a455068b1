/* A JupyterLab extension that needs no build: a module-federation container written by hand.

   Teams read chapters, not notebooks. A notebook whose metadata says `purposebook.run` runs all its cells when it is
   opened, shows no code, and stands alone on the page. Any other notebook is left as it is. */

var _JUPYTERLAB = typeof _JUPYTERLAB === "undefined" ? {} : _JUPYTERLAB;

(function () {
  "use strict";

  var here = document.currentScript.src;
  var parts = Promise.all(["quiet.js", "progress.js", "fresh.js", "accessible.js"].map(function (name) { return import(new URL(name, here)); }))
    .then(function (modules) { return Object.assign({}, ...modules); });
  var formState = import(new URL("form_state.js", document.currentScript.src));

  var STYLE = `
    .pb-chapter .jp-NotebookPanel-toolbar, .pb-chapter .jp-cell-toolbar, .pb-chapter .jp-Notebook-footer,
    .pb-chapter .jp-CodeCell > .jp-Cell-inputWrapper, .pb-chapter .jp-Collapser, .pb-chapter .jp-InputPrompt,
    .pb-chapter .jp-OutputPrompt, .pb-chapter .jp-OutputArea-promptOverlay,
    .pb-chapter .jp-CodeCell.jp-mod-noOutputs,
    .pb-chapter .jp-OutputArea-child:has(> .jp-RenderedHTML > style:only-child) { display: none !important; }

    .pb-chapter .jp-NotebookPanel-notebook { inset: 0 !important; height: 100% !important; }
    .pb-chapter .jp-Notebook { padding: 0; background: var(--pb-paper, var(--jp-layout-color0)); scroll-behavior: auto; }
    .pb-chapter .jp-WindowedPanel-viewport { padding: 24px 24px 96px; }
    .pb-chapter .jp-Notebook .jp-Cell { max-width: 52rem; margin: 0 auto 12px; padding: 0; border: 0; overflow: visible; }
    .pb-chapter .jp-Cell .jp-Cell-outputWrapper, .pb-chapter .jp-OutputArea, .pb-chapter .jp-OutputArea-child { overflow: visible; }
    .pb-chapter .jp-OutputArea .jp-OutputArea-output.jp-OutputArea-output { margin: 0; padding: 0; overflow: visible; background: none; }
    .pb-chapter .jp-RenderedHTML dt { float: none; width: auto; }
    .pb-chapter .jp-MarkdownOutput { padding: 0; border: 0; }
    .pb-chapter .jp-Cell, .pb-chapter .jp-Cell :is(.jp-Cell-inputWrapper, .jp-InputArea, .jp-MarkdownOutput) {
      border: 0 !important; outline: 0 !important; box-shadow: none !important;
    }
    .pb-chapter .jp-RenderedHTMLCommon {
      color: var(--pb-ink, inherit); font-size: 17px; line-height: 1.55;
      font-family: var(--pb-font, system-ui, sans-serif);
    }
    .pb-chapter .jp-MarkdownOutput > * { max-width: 72ch; }
    .pb-chapter .jp-MarkdownOutput :is(h1, h2) { margin: 1.6em 0 0.5em; font-weight: 650; letter-spacing: -0.01em; line-height: 1.25; }
    .pb-chapter .jp-MarkdownOutput h1 { font-size: 2.07em; }
    .pb-chapter .jp-MarkdownOutput h2 { margin-top: 2.2em; padding-top: 0.6em; border-top: 2px solid var(--pb-ink, currentcolor); font-size: 1.44em; }
    .pb-chapter .jp-MarkdownOutput a { color: var(--pb-accent, inherit); text-decoration: underline; text-underline-offset: 0.18em; }
    .pb-chapter .jp-InternalAnchorLink { display: none; }
    .pb-chapter .pb-progress {
      position: absolute; inset: auto 0 16px; width: fit-content; max-width: calc(100% - 24px); margin: 0 auto; padding: 8px 16px;
      border: 1px solid var(--pb-line, var(--jp-border-color1)); border-radius: 8px; background: var(--pb-panel, var(--jp-layout-color1));
      color: var(--pb-ink, var(--jp-ui-font-color1)); font: 16px/1.5 var(--pb-font, system-ui, sans-serif);
    }
    @media (max-width: 600px) { .pb-chapter .jp-WindowedPanel-viewport { padding: 16px 12px 64px; } }
  `;

  function plain(app) {
    var style = document.createElement("style");
    style.textContent = STYLE;
    document.head.appendChild(style);
    var seen = new WeakSet();

    function follow(panel) {
      if (!panel || !panel.context || !panel.sessionContext || seen.has(panel)) return;
      seen.add(panel);
      open(panel).catch(function (why) { console.error(why); });
    }

    function clear(shell) {
      if (shell.mode !== "single-document") return;
      shell.collapseLeft();
      shell.collapseRight();
      ["left", "right"].forEach(function (side) { if (shell.isSideTabBarVisible(side)) shell.toggleSideTabBarVisibility(side); });
      ["top", "menu", "bottom"].forEach(function (area) {
        Array.from(shell.widgets(area)).forEach(function (widget) { if (widget.parent) widget.parent.hide(); });
      });
    }

    async function open(panel) {
      await panel.context.ready;
      var said = panel.context.model.getMetadata && panel.context.model.getMetadata("purposebook");
      if (!said || !said.run) return;
      panel.addClass("pb-chapter");
      panel.content.addClass("pb-article");
      clear(app.shell);
      var part = await parts;
      part.quiet(app, panel);
      part.fresh(app, panel);
      part.accessible(app, panel);
      await panel.sessionContext.ready;
      if (panel.sessionContext.session && panel.sessionContext.session.kernel) await panel.sessionContext.session.kernel.info;
      (await formState).watch(panel, await dialogs);
      if (app.shell.currentWidget !== panel) app.shell.activateById(panel.id);
      await part.progress(panel);
      panel.addClass("pb-ready");
    }

    app.restored.then(function () {
      app.shell.currentChanged.connect(function (_, change) { follow(change.newValue); });
      follow(app.shell.currentWidget);
    });
  }

  var dialogs, connectionLost;

  /* Return a module that JupyterLab shares with its extensions. */
  async function shared(scope, name) {
    return (await Object.values(scope[name])[0].get())();
  }

  /* A form says in plain words when the server is gone; JupyterLab's own dialog about it would cover the text. */
  async function quiet(scope) {
    var token = (await shared(scope, "@jupyterlab/application")).IConnectionLost;
    return { id: "purposebook-chapters:quiet", autoStart: true, provides: token, activate: function () { return function () {}; } };
  }

  var plugin = { id: "purposebook-chapters:open", autoStart: true, activate: plain };
  _JUPYTERLAB["purposebook-chapters"] = {
    init: function (scope) {
      dialogs = shared(scope, "@jupyterlab/apputils").then(function (module) { return module.Dialog; });
      connectionLost = quiet(scope);
    },
    get: async function () {
      var plugins = [plugin, await connectionLost];
      return function () { return { __esModule: true, default: plugins }; };
    },
  };
})();
