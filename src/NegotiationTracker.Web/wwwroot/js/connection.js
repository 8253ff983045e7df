// Whether the server hears us. The .NET 9 script tells only by classes of its dialog, and a line that was cut tells nothing at all: so a beat
// through the circuit every second, and within 5 s we know; an answer may take 3 s, for a busy server is not a dead one.
const Every = 1000, Patience = 3000, Grace = 12000;
const Mark = "desk:reloaded";

export function watchConnection(root, circuit, stopped, tell) {
  let last = 0, waitingSince = 0, backSince = 0;
  const line = {
    up: true,
    doubt() { set(false); },
    reloaded() { const was = sessionStorage.getItem(Mark) === location.pathname; sessionStorage.removeItem(Mark); return was; },
  };
  const set = up => { if (line.up === up) return; line.up = up; root.toggleAttribute("data-offline", !up); tell(); };

  function beat() {
    if (stopped.aborted) return;
    if (waitingSince || Date.now() - last < Every) return;
    const started = last = waitingSince = Date.now();
    setTimeout(() => { if (waitingSince === started && !stopped.aborted) set(false); }, Patience);
    Promise.resolve().then(() => circuit.invokeMethodAsync("Beat")).then(() => { backSince = 0; set(true); }, () => set(false))
      .finally(() => { if (waitingSince === started) waitingSince = 0; });
  }

  // The server answers again but the circuit does not: the script's own attempts had their time, so start anew. The text is in the copy.
  async function look() {
    if (line.up || stopped.aborted) return;
    try {
      const answer = await fetch("/health/live", { cache: "no-store", signal: AbortSignal.timeout(2000) });
      if (!answer.ok) throw new Error("not ready");
      backSince ||= Date.now();
      if (gone() || Date.now() - backSince > Grace) again();
    } catch { backSince = 0; }
  }
  const dialog = document.getElementById("components-reconnect-modal");
  const has = name => dialog.classList.contains("components-reconnect-" + name);
  const gone = () => has("failed") || has("rejected");
  const again = () => { sessionStorage.setItem(Mark, location.pathname); location.reload(); };

  const watch = new MutationObserver(() => {
    if (has("show") || gone()) set(false);
    if (gone()) look();
    if (has("hide")) { last = waitingSince = 0; beat(); }
  });
  watch.observe(dialog, { attributes: true, attributeFilter: ["class"] });
  const beats = setInterval(beat, 250), looks = setInterval(look, Every);
  const ask = () => { last = waitingSince = 0; beat(); };
  addEventListener("offline", ask, { signal: stopped });
  addEventListener("online", () => { ask(); look(); }, { signal: stopped });
  stopped.addEventListener("abort", () => { clearInterval(beats); clearInterval(looks); watch.disconnect(); });
  return line;
}
