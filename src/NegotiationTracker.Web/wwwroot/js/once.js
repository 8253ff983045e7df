// A form that is on its way is not sent a second time by a double click. The server does each deed once in any case; this spares who clicked
// the answer that there is nothing left to do.
const Again = 5000;
let sent = new WeakSet();

document.addEventListener("submit", e => {
  const form = e.target;
  if (e.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) { e.preventDefault(); return; }
  sent.add(form);
  setTimeout(() => sent.delete(form), Again);
});
// Back from the browser's memory, the page may be sent anew.
addEventListener("pageshow", () => { sent = new WeakSet(); });
