/* Keeps what is typed in this browser until it is saved, and lets no form say more than is true.

   The kernel tells each form's state through a comm. Between an input and the kernel's answer, or when there is no
   answer, the state line is written here. What is kept stands in localStorage and never leaves this machine. */

const TARGET = "purposebook-form";
const PREFIX = "purposebook-form:";
const BEAT = 500; // milliseconds between two questions to the kernel
const PATIENCE = 3000; // a kernel that has not answered for so long counts as stopped
const ARRIVAL = 10000; // what was sent before a connection broke has arrived by then, or never will

/** Watch the forms of a notebook; to be called before its cells run. */
export function watch(panel, Dialog) {
  const kernel = panel.sessionContext.session && panel.sessionContext.session.kernel;
  if (kernel) new Workbook(panel, kernel, Dialog);
}

class Workbook {
  constructor(panel, kernel, Dialog) {
    Object.assign(this, { panel, kernel, Dialog, id: crypto.randomUUID(), forms: new Map(), sent: new Map() });
    Object.assign(this, { session: "", silent: false, restarted: false, lost: false, brokenAt: 0, question: null, latest: "" });
    this.held = [];
    this.hold();
    kernel.registerCommTarget(TARGET, (comm, message) => this.open(comm, message));
    kernel.anyMessage.connect((_, { msg, direction }) => { if (direction === "send") this.follow(msg); });
    kernel.iopubMessage.connect((_, msg) => {
      if (msg.header.msg_type === "status" && msg.content.execution_state === "idle") this.done(msg);
    });
    kernel.statusChanged.connect(() => this.look());
    kernel.connectionStatusChanged.connect(() => this.look());
    panel.node.addEventListener("input", (event) => this.typed(event.target), true);
    panel.node.addEventListener("click", (event) => { if (!this.waits(event, "button")) this.clicked(event.target); }, true);
    panel.node.addEventListener("change", (event) => this.waits(event, "select"), true);
    document.addEventListener("visibilitychange", () => this.beat());
    Dialog.tracker.widgetAdded.connect(this.refuse, this);
    this.timer = setInterval(() => this.beat(), BEAT);
  }

  open(comm, message) {
    if (message.parent_header.session !== this.kernel.clientId) return; // another tab's form
    if (!this.session) this.sent.clear(); // what was sent before there was a form concerns none
    this.session = this.session || message.header.session;
    const said = message.content.data;
    this.forms.set(said.form, new Form(this, comm, said));
  }

  formAt(target) {
    const root = target.closest(".pb-form-whole");
    return root && [...this.forms.values()].find((form) => root.classList.contains(form.mark));
  }

  typed(target) {
    const form = this.formAt(target);
    const path = form && pathOf(target);
    if (path) form.note(path, target);
  }

  /* A widget keeps an input back while its last one is on its way: what is pressed or picked after it waits for both. */
  waits(event, kind) {
    const target = event.target.closest(kind);
    const form = target && !target.closest(".pb-form-live") && this.formAt(target);
    if (!form || !this.sent.size) return false;
    event.stopImmediatePropagation();
    if (target.closest(".pb-form-save")) form.saving = "held";
    this.held = [...this.held.filter((one) => one.target !== target), { target, picked: target.selectedIndex }];
    form.draw();
    return true;
  }

  /* Do the first thing that waited; its own message makes the next one wait again. */
  goOn() {
    if (this.gone || this.sent.size || !this.held.length) return;
    const { target, picked } = this.held.shift();
    if (target.tagName === "BUTTON") return target.click();
    target.selectedIndex = picked;
    target.dispatchEvent(new Event("change", { bubbles: true }));
  }

  clicked(target) {
    const form = target.closest(".pb-form-save") && this.formAt(target);
    if (!form) return;
    form.saving = "clicked";
    form.draw();
    setTimeout(() => { if (form.saving === "clicked") { form.saving = ""; form.draw(); } });
  }

  /* Which messages are on their way: a widget sends at once, or as soon as its last message is answered. */
  follow(msg) {
    if (msg.channel !== "shell" || msg.header.msg_type !== "comm_msg") return;
    this.latest = msg.header.msg_id;
    this.sent.set(this.latest, performance.now());
    const data = msg.content.data;
    if (data.method !== "custom") return;
    for (const form of this.forms.values()) if (form.saving === "clicked") form.saving = msg.header.msg_id;
  }

  /* What a kernel did not handle before it died is answered by the next one, which knows no form. */
  done(msg) {
    const id = msg.parent_header.msg_id;
    if (msg.header.session !== this.session || !this.sent.delete(id)) return;
    for (const form of this.forms.values()) form.handled(id);
    setTimeout(() => {
      this.goOn();
      if (!this.sent.size) for (const form of this.forms.values()) form.settle();
    });
  }

  /* The kernel answers on its control channel, even while a cell runs; a sleeping one does not. */
  beat() {
    if (this.panel.isDisposed) return this.end();
    if (!this.forms.size || this.kernel.isDisposed) return this.look();
    if (this.question && performance.now() - this.question.since > PATIENCE) {
      this.silent = true;
      this.question.future.dispose();
      this.question = null;
    }
    if (!this.question && this.kernel.connectionStatus === "connected") this.ask();
    this.look();
  }

  ask() {
    const header = { msg_id: crypto.randomUUID(), msg_type: "kernel_info_request", session: this.kernel.clientId,
      username: "", date: new Date().toISOString(), version: "5.3" };
    const message = { header, parent_header: {}, metadata: {}, content: {}, buffers: [], channel: "control" };
    try {
      const future = this.kernel.sendControlMessage(message, true);
      future.done.catch(() => {}); // one that is given up is no error
      future.onReply = (reply) => this.answer(reply.header.session);
      this.question = { since: performance.now(), future };
    } catch (error) {
      this.silent = true; // the kernel is dead
    }
  }

  answer(session) {
    this.question = null;
    this.silent = false;
    this.restarted = this.restarted || (this.session !== "" && session !== this.session);
    const first = Math.min(...this.sent.values());
    if (first < this.brokenAt && performance.now() - this.brokenAt > ARRIVAL) this.lost = true;
    this.look();
  }

  why() {
    const kernel = this.kernel;
    if (this.restarted || this.lost) return "restarted";
    const session = this.panel.sessionContext.session;
    if (kernel.isDisposed || !session || session.kernel !== kernel) return "stopped";
    if (kernel.connectionStatus !== "connected") this.brokenAt = performance.now();
    const ended = ["dead", "terminating", "restarting", "autorestarting"].includes(kernel.status);
    if (ended || kernel.connectionStatus !== "connected") { this.silent = true; return "stopped"; }
    return this.silent ? "silent" : "";
  }

  look() {
    if (!this.forms.size) return;
    const before = this.gone;
    this.gone = this.why();
    if (this.gone && !before) {
      this.release();
      this.Dialog.flush();
    }
    if (!this.gone && before) this.hold();
    for (const root of this.panel.node.querySelectorAll(".pb-form-whole")) lock(root, Boolean(this.gone));
    for (const form of this.forms.values()) form.draw();
    if (before) this.goOn();
  }

  /* What JupyterLab says of kernels is said here in plain words; its dialog would cover the text. */
  refuse(_, dialog) {
    queueMicrotask(() => { if (this.forms.size && this.why()) dialog.dispose(); });
  }

  /* While a page holds its lock, what it keeps is its own; afterwards another page may offer it. */
  hold() {
    if (navigator.locks) navigator.locks.request(PREFIX + this.id, () => new Promise((release) => { this.let = release; }));
  }

  release() {
    if (this.let) this.let();
  }

  end() {
    clearInterval(this.timer);
    this.Dialog.tracker.widgetAdded.disconnect(this.refuse, this);
    this.release();
  }
}

class Form {
  constructor(workbook, comm, said) {
    Object.assign(this, { workbook, comm, name: said.form, key: said.key, product: said.product, edits: {} });
    Object.assign(this, { mark: `pb-form-named-${said.form}`, pending: false, told: false, asked: "", saving: "" });
    this.place = `${PREFIX}${said.key}:${workbook.id}:${crypto.randomUUID()}`;
    comm.onMsg = (message) => this.hear(message.content.data, message.parent_header.msg_id);
    this.take(said);
    this.offer();
  }

  hear(data, cause) {
    if (data.drop) return store(data.drop, null);
    if (cause === this.saving) this.saving = "";
    this.told = cause === this.workbook.latest; // what answers an earlier message may not know the last input
    this.take(data);
  }

  take(state) {
    this.state = state;
    this.keep();
    this.draw();
  }

  /* Note an input before the kernel knows of it. */
  note(path, target) {
    const tick = target.closest(".pb-form-ticks") ? target.closest("label").textContent.trim() : null;
    const value = target.type === "checkbox" ? target.checked
      : target.tagName === "SELECT" ? target.selectedOptions[0].textContent : target.value;
    this.edits[JSON.stringify([path, tick])] = { path, tick, value };
    Object.assign(this, { pending: true, told: false });
    this.keep();
    this.draw();
  }

  handled(id) {
    if (id === this.saving) this.saving = "";
    this.draw();
  }

  /* The kernel has handled all that was sent: its state covers every input, or it is asked for its state. */
  settle() {
    if (!this.pending) return;
    if (this.told) {
      Object.assign(this, { pending: false, edits: {} });
      this.keep();
      this.draw();
    } else if (this.asked !== this.workbook.latest) {
      this.comm.send({ ask: "state" });
      this.asked = this.workbook.latest;
    }
  }

  isUnsaved() {
    return this.state.changes > 0 || Object.keys(this.edits).length > 0;
  }

  keep() {
    const { base, draft, typed } = this.state;
    const record = { base, draft, typed, edits: Object.values(this.edits), at: Date.now() };
    this.kept = store(this.place, this.isUnsaved() ? record : null);
  }

  /* Hand the kernel what pages that are no longer open have kept of this form. */
  async offer() {
    const held = navigator.locks ? (await navigator.locks.query()).held.map((lock) => lock.name.slice(PREFIX.length)) : [];
    const found = recordsOf(this.key).filter(([place]) => place !== this.place && !held.includes(pageOf(place)));
    found.sort(([, one], [, other]) => other.at - one.at);
    if (found.length) this.comm.send({ kept: found.map(([place, record]) => ({ ...record, place })) });
  }

  draw() {
    const root = this.workbook.panel.node.querySelector(`.${this.mark}`);
    const footer = root && root.querySelector(".pb-form-footer");
    if (!footer) return;
    const said = this.say();
    const [line, button] = this.line(footer).children;
    if (line.textContent !== said) line.textContent = said; // what is written anew is read aloud anew
    button.hidden = this.workbook.gone !== "restarted";
    root.classList.toggle("pb-form-overruled", said !== "");
    root.classList.toggle("pb-form-gone", Boolean(this.workbook.gone));
  }

  say() {
    if (this.workbook.gone) return this.notice(this.workbook.gone);
    if (this.saving) return "Saving …";
    return this.pending && this.state.changes === 0 ? "Not saved yet" : "";
  }

  notice(why) {
    const start = `tart the workbook again with: purposebook open ${this.product}, then reload this page.`;
    const [what, next] = {
      stopped: ["The workbook is not running, so nothing is being saved now.", `S${start}`],
      silent: ["The workbook does not answer, so nothing is being saved now.",
        `This page goes on by itself as soon as it can. If it does not, s${start}`],
      restarted: ["The workbook stopped and has started again, so nothing is being saved now.", "Reload this page to go on."],
    }[why];
    const kept = this.kept ? "What you typed is kept in this browser." : "Copy what you typed before you close this page.";
    return [what, this.isUnsaved() ? kept : "", next].filter(Boolean).join(" ");
  }

  line(footer) {
    const found = footer.querySelector(".pb-form-live");
    if (found) return found;
    const made = document.createElement("div");
    made.className = "pb-form-state pb-form-unsaved pb-form-live";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "widget-button", textContent: "Reload this page", hidden: true });
    button.addEventListener("click", () => location.reload());
    made.append(said, button);
    footer.append(made);
    return made;
  }
}

/** Return the names that lead to a question, each with the number of the item that is open; null for no question. */
function pathOf(target) {
  const first = target.closest(".pb-asks");
  if (!first || first.matches(".pb-form-items")) return null; // the list to pick an item from
  if (first.matches(".pb-form-around") && target.type !== "checkbox") return null; // the list to add from
  const path = [];
  for (let block = first; block; block = block.parentElement.closest(".pb-asks")) {
    const item = /\bpb-item-(\d+)/.exec(block.className);
    path.unshift([/\bpb-asks-(\w+)/.exec(block.className)[1], item ? Number(item[1]) : null]);
  }
  return path;
}

/** Lock what can be typed into or pressed, or open again what was locked here; locked text can still be copied. */
function lock(root, locked) {
  for (const field of root.querySelectorAll(locked ? "input, textarea, select, button" : "[data-pb-locked]")) {
    if (!locked) {
      field[field.dataset.pbLocked] = false;
      delete field.dataset.pbLocked;
    } else if (!field.disabled && !field.readOnly && !field.closest(".pb-form-live")) {
      field.dataset.pbLocked = field.matches("textarea, input[type=text], input[type=date]") ? "readOnly" : "disabled";
      field[field.dataset.pbLocked] = true;
    }
  }
}

function store(place, record) {
  try {
    if (record) localStorage.setItem(place, JSON.stringify(record));
    else localStorage.removeItem(place);
    return true;
  } catch (error) {
    return false; // full, or switched off
  }
}

function recordsOf(key) {
  const places = Object.keys(localStorage).filter((place) => place.startsWith(`${PREFIX}${key}:`));
  return places.flatMap((place) => {
    try {
      return [[place, JSON.parse(localStorage.getItem(place))]];
    } catch (error) {
      return []; // not ours
    }
  });
}

function pageOf(place) {
  return place.slice(PREFIX.length).split(":")[1];
}
