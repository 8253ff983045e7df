// What is typed belongs to the browser until the server has acknowledged it.
import { copyOf } from "/js/browser-copy.js";
import { watchConnection } from "/js/connection.js";
import { leave } from "/Desk/Editing/DeskDialog.razor.js";

const Idle = 600, Part = 16000, Message = 48000, Again = 5000;

// Half a character, as a broken input method leaves it, could never be sent: it becomes the mark that the check of the record names.
const whole = text => text.toWellFormed ? text.toWellFormed() : text;

export function connect(root, circuit, key) {
  const state = root.querySelector("#save-state");
  const copy = copyOf(key);
  const unsent = new Map();          // path → { text, base, at, from }
  const stop = new AbortController();
  let timer = 0, sending = null, clean = true, changes = 0, refusal = null;

  const say = (kind, text) => {
    if (state.dataset.state === kind && state.textContent === text) return;
    state.dataset.state = kind;
    state.textContent = text;
  };
  const at = path => root.querySelector(`[data-path="${CSS.escape(path)}"]`);
  const tooLong = () => [...unsent.values()].find(u => u.max && u.text.length > u.max);
  const tell = () => {
    const long = tooLong();
    const kept = copy.refused ? " The browser keeps no copy: do not close this page." : " Your text is kept in this browser.";
    if (!line.up) say("unsaved", "Not saved: no connection to the server." + kept);
    else if (refusal) say("unsaved", "Not saved: " + refusal + kept);
    else if (sending) say("saving", "Saving…");
    else if (long) say("unsaved", `Not saved: ${long.label} is longer than ${long.max.toLocaleString("en")} characters.` + kept);
    else if (unsent.size || !clean) say("saving", copy.refused ? "Not saved yet." + kept : "Not saved yet…");
  };

  const line = watchConnection(root, circuit, stop.signal, () => { tell(); if (line.up) send(); });

  const note = input => {
    const path = input.dataset.path, max = +input.dataset.max || 0, was = unsent.get(path);
    const entry = { text: whole(input.value), base: was ? was.base : input.dataset.base ?? input.defaultValue, at: Date.now(), max, label: input.dataset.label || path };
    unsent.set(path, entry);
    copy.put(path, entry);
    const over = max && entry.text.length > max, sign = document.getElementById(input.id + "-long");
    input.toggleAttribute("data-too-long", !!over);
    if (sign) {
      sign.hidden = !over;
      sign.textContent = over ? `${(entry.text.length - max).toLocaleString("en")} characters too many: ${max.toLocaleString("en")} fit. Nothing is cut; it is saved once it is short enough.` : "";
    }
    refusal = null;
    clearTimeout(timer);
    timer = setTimeout(send, Idle);
    tell();
  };

  // Ahead of a click, so that it is done to the document as typed; the save follows, and does not send the same text again behind what the click did.
  function hand() {
    const short = [...unsent].filter(([, u]) => !u.handed && u.text.length <= Part && (!u.max || u.text.length <= u.max));
    if (line.up && short.length && short.length <= 50 && short.reduce((n, [, u]) => n + u.text.length, 0) <= Message) {
      const mark = handed => { for (const [, u] of short) u.handed = handed; };
      mark(true);
      circuit.invokeMethodAsync("Take", short.map(([path, u]) => ({ path, text: u.text, more: false }))).then(refused => refused && mark(false), () => { mark(false); line.doubt(); });
    }
    send();
  }

  // One save at a time; what is typed meanwhile goes with the next.
  async function send(asked) {
    clearTimeout(timer);
    while (sending) { await sending; if (!unsent.size && clean) return; }
    if (!line.up || stop.signal.aborted) return tell();
    const batch = [...unsent].filter(([, u]) => !u.max || u.text.length <= u.max);
    if (!batch.length && clean && !asked) return tell();
    sending = pass(batch);
    tell();
    try { await sending; } finally { sending = null; }
    if (!refusal && [...unsent.values()].some(u => !u.max || u.text.length <= u.max)) timer = setTimeout(send, Idle);
    tell();
  }

  async function pass(batch) {
    try {
      for (const message of messages(batch.filter(([, u]) => !u.handed))) {
        const refused = await circuit.invokeMethodAsync("Take", message);
        if (refused) { refusal = refused; return; }
      }
      const asked = changes;
      const answer = await circuit.invokeMethodAsync("Save");
      document.getElementById("sign-in-again").hidden = !answer.denied;
      if (!answer.saved) {
        refusal = answer.said;
        if (answer.again) timer = setTimeout(() => { refusal = null; send(true); }, Again);
        return;
      }
      // A choice made while the save was on its way is not in it.
      clean = changes === asked;
      refusal = null;
      for (const [path, sent] of batch) {
        const input = at(path);
        if (input) input.dataset.base = sent.text;
        const now = unsent.get(path);
        if (now === sent) { unsent.delete(path); copy.drop(path); }
        else if (now) { now.base = sent.text; copy.put(path, now); }
      }
      if (clean && !unsent.size) say("saved", answer.said);
    } catch (error) {
      // The circuit went while it was on its way; what was not acknowledged stays and goes again.
      line.doubt();
    }
  }

  function* messages(batch) {
    let message = [], size = 0;
    for (const [path, { text }] of batch) {
      // A pair of surrogates stays together: half a character can't be sent.
      for (let at = 0, end = 0; at === 0 || at < text.length; at = end) {
        end = Math.max(1, Math.min(at + Part, text.length));
        if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1])) end--;
        const part = text.slice(at, end);
        if (message.length === 100 || size + part.length > Message) { yield message; message = []; size = 0; }
        message.push({ path, text: part, more: end < text.length });
        size += part.length;
      }
    }
    if (message.length) yield message;
  }

  const on = (target, type, handle, options) => target.addEventListener(type, handle, { signal: stop.signal, ...options });
  on(root, "input", e => e.target.dataset?.path !== undefined && note(e.target));
  on(root, "focusout", e => e.target.dataset?.path !== undefined && unsent.has(e.target.dataset.path) && hand());
  // Before a button changes a list, what was typed into its rows is on its way: the circuit keeps the order.
  on(root, "pointerdown", e => e.target.closest("button, label, [role=option]") && unsent.size && hand(), { capture: true });
  // Enter in a field takes the one thing that is offered beneath it.
  on(root, "keydown", e => {
    const offers = e.key === "Enter" && e.target.matches("input[data-path]") ? e.target.closest("[data-offer]")?.querySelectorAll("button[data-take]") : null;
    if (offers?.length !== 1 || !line.up) return;
    e.preventDefault();
    hand();
    offers[0].click();
  });
  // A field that the server drew anew keeps the focus; an offer that was taken gives it back to its field.
  let last = null, offer = null;
  on(root, "focusin", e => { last = e.target; offer = last.closest("[data-offer]"); });
  on(document, "pointerdown", e => { if (!root.contains(e.target)) last = null; });
  const redrawn = new MutationObserver(() => {
    if (!last || last.isConnected || document.activeElement !== document.body) return;
    const again = last.dataset.path !== undefined ? at(last.dataset.path) : offer?.isConnected ? offer.querySelector("input") : null;
    last = null;
    again?.focus({ preventScroll: true });
  });
  redrawn.observe(root, { childList: true, subtree: true });
  on(document, "visibilitychange", () => document.hidden && send());
  on(window, "pagehide", () => send());
  on(window, "beforeunload", e => { if (copy.refused && unsent.size) e.preventDefault(); });
  // Without a server a choice or a button can do nothing: better that it visibly does not.
  for (const type of ["click", "mousedown", "keydown", "change"])
    on(root, type, e => {
      if (line.up || !e.target.closest("button:not([data-local]), select, input[type=checkbox], input[type=radio]") || e.key === "Tab") return;
      e.preventDefault();
      e.stopPropagation();
      tell();
    }, { capture: true });

  on(document, "keydown", e => {
    // Choices and pickers hold no typed text of their own; the field that they stand in is cited all the same.
    const place = e.target.closest?.("[data-path]")?.dataset.path ?? e.target.closest?.("[data-cite]")?.dataset.cite ?? null;
    const act = name => { e.preventDefault(); if (name !== "attach" && line.up) leave(); send().then(() => line.up && circuit.invokeMethodAsync("Act", name, place)); };
    const control = (e.ctrlKey || e.metaKey) && !e.altKey, typing = e.target.closest?.("input, textarea, select, [contenteditable]");
    if (control && e.key.toLowerCase() === "s") { e.preventDefault(); send(true); }
    else if (control && e.key === "Enter") act("submit");
    else if (control && e.key.toLowerCase() === "k") act("palette");
    else if (e.altKey && e.code === "KeyN") { e.preventDefault(); nextFault(); }
    else if (e.altKey && e.code === "KeyS") act("attach");
    else if (e.key === "?" && !typing) act("keys");
  });

  function nextFault() {
    const faulty = [...root.querySelectorAll("[data-faults-of]")].filter(f => f.textContent.trim());
    if (!faulty.length) return;
    const after = faulty.find(f => document.activeElement.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING && f.id !== document.activeElement.id + "-faults");
    focus((after ?? faulty[0]).id.replace(/-faults$/, ""));
  }

  function focus(id) {
    const found = document.getElementById(id) ?? document.getElementById(id + "-faults");
    const target = found?.matches("input, textarea, select, button") ? found : found?.querySelector("input, textarea, select, button") ?? found?.closest("fieldset, section, .field")?.querySelector("input, textarea, select, button") ?? found;
    if (!target) return;
    for (let shut = target; (shut = shut.closest("details:not([open])")); ) shut.setAttribute("open", "");
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  }

  return {
    // What the browser holds and the server has not, oldest first; what is the same by now is forgotten.
    offers: () => copy.all().filter(o => !unsent.has(o.path)).map(o => ({ path: o.path, text: o.text, base: o.base, at: new Date(o.at).toISOString() })),
    forget: path => copy.drop(path),
    changed() { clean = false; changes++; refusal = null; clearTimeout(timer); timer = setTimeout(send, Idle); tell(); },
    saved(text) { clean = true; refusal = null; if (!unsent.size) say("saved", text); },
    // The document was merged: what was typed meanwhile still stands in its input.
    replaced() { for (const [path, u] of unsent) { const input = at(path); if (input && input.value !== u.text) input.value = u.text; } },
    stopped() { tell(); },
    ended(said) { refusal = said; document.getElementById("sign-in-again").hidden = false; tell(); },
    reloaded: () => line.reloaded(),
    send: () => send(true),
    show(id) { const d = document.getElementById(id); if (d && !d.open) d.showModal(); },
    focus,
    dispose() { clearTimeout(timer); redrawn.disconnect(); stop.abort(); },
  };
}
