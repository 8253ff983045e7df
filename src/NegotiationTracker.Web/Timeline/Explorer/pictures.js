// Text and shapes drawn once and kept as pictures: writing text anew in every frame is what makes drawings of time slow.
const KEPT = 700;

export class Pictures {
  #kept = new Map();

  constructor(context) { this.context = context; }

  /** Forgets all: the colours, the type or the density of the screen changed. */
  begin(dpr, colour) {
    this.dpr = dpr;
    this.colour = colour;
    this.#kept.clear();
  }

  /** Text at a place, no wider than `most`; its first `signs` characters in the colour of what is disputed. */
  text(key, text, font, colour, x, y, most, signs = 0) {
    const full = `${key}|${colour}|${Math.round(most / 8)}`;
    const picture = this.of(full, undefined, 20, c => {
      c.font = font;
      c.fillStyle = colour;
      c.fillText(fitted(c, text, most), 0, 14);
      if (signs) { c.clearRect(0, 0, c.measureText(text.slice(0, signs)).width, 20); c.fillStyle = this.colour.signal; c.fillText(text.slice(0, signs), 0, 14); }
    }, c => { c.font = font; return Math.ceil(Math.min(most, c.measureText(text).width)) + 2; });
    const dpr = this.dpr;
    this.context.drawImage(picture, Math.round(x * dpr) / dpr, Math.round((y - 14) * dpr) / dpr, picture.width / dpr, picture.height / dpr);
  }

  /** A stretch that fades in, out or both, to be drawn as wide as it is. */
  fade(colour, way) {
    return this.of(`fade ${colour} ${way}`, 64, 1, c => {
      const gradient = c.createLinearGradient(0, 0, 64, 0);
      const clear = `color-mix(in srgb, ${colour} 0%, transparent)`;
      const stops = way === 'both' ? [[0, clear], [.3, colour], [.7, colour], [1, clear]] : way === 'none' ? [[0, colour], [1, colour]] : way === 'rise' ? [[0, clear], [1, colour]] : [[0, colour], [1, clear]];
      for (const [at, c] of stops) gradient.addColorStop(at, c);
      c.fillStyle = gradient;
      c.fillRect(0, 0, 64, 1);
    });
  }

  /** The picture kept under a key, drawn when it is asked for first. */
  of(key, width, height, draw, measure) {
    let picture = this.#kept.get(key);
    if (picture) return picture;
    picture = document.createElement('canvas');
    const w = width ?? measure(this.context);
    picture.width = Math.max(1, Math.ceil(w * this.dpr));
    picture.height = Math.ceil(height * this.dpr);
    const c = picture.getContext('2d');
    c.scale(this.dpr, this.dpr);
    draw(c);
    if (this.#kept.size > KEPT) for (const old of [...this.#kept.keys()].slice(0, 100)) this.#kept.delete(old);
    this.#kept.set(key, picture);
    return picture;
  }
}

/** A text cut to a width, with what is cut off told by dots. */
export function fitted(c, text, most) {
  if (c.measureText(text).width <= most) return text;
  let low = 1, high = text.length;
  while (low < high) { const middle = (low + high + 1) >> 1; if (c.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= most) low = middle; else high = middle - 1; }
  return `${text.slice(0, low).trimEnd()}…`;
}
