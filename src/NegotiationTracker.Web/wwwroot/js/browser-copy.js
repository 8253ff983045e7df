// The copy of unsaved text in this browser: one entry per field, of this account and this draft, written at every input.
const Most = 1_500_000, Days = 30;

export function copyOf(key) {
  const prefix = `desk:${key}:`;
  const copy = {
    refused: false,
    put(path, { text, base, at }) {
      if (text.length > Most) { copy.refused = true; return; }
      try {
        localStorage.setItem(prefix + path, JSON.stringify({ text, base: base.length > 100_000 ? null : base, at }));
        copy.refused = false;
      } catch {
        copy.refused = true;
      }
    },
    drop(path) { try { localStorage.removeItem(prefix + path); } catch { } },
    all() {
      const found = [];
      try {
        for (const name of Object.keys(localStorage).filter(n => n.startsWith("desk:"))) {
          const entry = read(name);
          if (!entry || entry.at < Date.now() - Days * 86_400_000) localStorage.removeItem(name);
          else if (name.startsWith(prefix)) found.push({ path: name.slice(prefix.length), ...entry });
        }
      } catch { copy.refused = true; }
      return found.sort((a, b) => a.at - b.at).slice(0, 500);
    },
  };
  return copy;
}

function read(name) {
  try {
    const entry = JSON.parse(localStorage.getItem(name));
    return typeof entry?.text === "string" && typeof entry.at === "number" ? entry : null;
  } catch { return null; }
}
