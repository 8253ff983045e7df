// What is drawn again and again is drawn once and kept as a picture: texts, marks, counts, fading ends.

const KEPT = 700;

export class Pictures {
  #kept = new Map();

  /** @param painter Whose canvas they are put on, in whose colours. */
  constructor(painter) { this.painter = painter; }

  clear() { this.#kept.clear(); }

  text(key, text, font, colour, x, y, most, signs = 0) {
    const full = `${key}|${colour}|${Math.round(most / 8)}`;
    const picture = this.#picture(full, undefined, 20, c => {
      c.font = font;
      c.fillStyle = colour;
      c.fillText(fitted(c, text, most), 0, 14);
      if (signs) { c.clearRect(0, 0, c.measureText(text.slice(0, signs)).width, 20); c.fillStyle = this.painter.colour.signal; c.fillText(text.slice(0, signs), 0, 14); }
    }, c => { c.font = font; return Math.ceil(Math.min(most, c.measureText(text).width)) + 2; });
    const dpr = this.painter.dpr;
    this.painter.context.drawImage(picture, Math.round(x * dpr) / dpr, Math.round((y - 14) * dpr) / dpr, picture.width / dpr, picture.height / dpr);
  }

  fade(colour, way) {
    return this.#picture(`fade ${colour} ${way}`, 64, 1, c => {
      const gradient = c.createLinearGradient(0, 0, 64, 0);
      const clear = `color-mix(in srgb, ${colour} 0%, transparent)`;
      const stops = way === 'both' ? [[0, clear], [.3, colour], [.7, colour], [1, clear]] : way === 'none' ? [[0, colour], [1, colour]] : way === 'rise' ? [[0, clear], [1, colour]] : [[0, colour], [1, clear]];
      for (const [at, c] of stops) gradient.addColorStop(at, c);
      c.fillStyle = gradient;
      c.fillRect(0, 0, 64, 1);
    });
  }

  #picture(key, width, height, draw, measure) {
    let picture = this.#kept.get(key);
    if (picture) return picture;
    picture = document.createElement('canvas');
    const w = width ?? measure(this.painter.context);
    picture.width = Math.max(1, Math.ceil(w * this.painter.dpr));
    picture.height = Math.ceil(height * this.painter.dpr);
    const c = picture.getContext('2d');
    c.scale(this.painter.dpr, this.painter.dpr);
    draw(c);
    if (this.#kept.size > KEPT) for (const old of [...this.#kept.keys()].slice(0, 100)) this.#kept.delete(old);
    this.#kept.set(key, picture);
    return picture;
  }

  glyph(entry, isDisputed, x, y) {
    const form = entry?.mark ?? 'None', r = radius(entry), side = 2 * r + 4;
    const picture = this.#picture(`glyph ${form} ${isDisputed} ${r}`, side, side, c => drawGlyph(c, form, r + 2, r + 2, r, isDisputed ? this.painter.colour.signal : this.painter.colour.ink, this.painter.colour.paper));
    this.painter.context.drawImage(picture, x - side / 2, y - side / 2, side, side);
    return r;
  }

  pill(count, isDisputed, x, y) {
    const text = counted(count), w = 10 + text.length * 6.4, h = 17;
    const picture = this.#picture(`pill ${text} ${isDisputed}`, w + 2, h + 2, c => {
      c.fillStyle = this.painter.colour.paper;
      c.strokeStyle = this.painter.colour.ink;
      c.lineWidth = 1.1;
      c.beginPath();
      c.roundRect(1, 1, w, h, h / 2);
      c.fill();
      c.stroke();
      c.fillStyle = c.strokeStyle;
      c.font = `600 10.5px ${this.painter.sans}`;
      c.textAlign = 'center';
      c.fillText(text, w / 2 + 1, h / 2 + 4.8);
      if (isDisputed) { c.fillStyle = this.painter.colour.paper; c.beginPath(); c.arc(w - 2, 4, 4, 0, 7); c.fill(); c.fillStyle = this.painter.colour.signal; c.beginPath(); c.arc(w - 2, 4, 2.8, 0, 7); c.fill(); }
    });
    this.painter.context.drawImage(picture, x - w / 2 - 1, y - h / 2 - 1, w + 2, h + 2);
    return w / 2;
  }
}

/** How great the mark of an entry is: as it is important; a hand-over, as many as it counts. */
export const radius = entry => Math.round((entry?.size ? 2.2 + Math.log10(entry.size) * 1.9 : 2.6 + (entry?.importance ?? 1) * .75) * 4) / 4;

/** A mark as the rest of the site draws it: ring for what is open, filled for what is done, crossed for what fell through. */
export function drawGlyph(c, form, x, y, r, ink, paper) {
  c.strokeStyle = c.fillStyle = ink;
  c.lineWidth = 1.4;
  c.beginPath();
  c.arc(x, y, r - .7, 0, 7);
  if (form === 'Open' || form === 'Crossed' || form === 'Late') {
    c.save(); c.fillStyle = paper; c.fill(); c.restore();
    c.stroke();
    c.beginPath();
    if (form === 'Crossed') { c.moveTo(x - r * .6, y + r * .6); c.lineTo(x + r * .6, y - r * .6); }
    if (form === 'Late') { c.moveTo(x, y - r * .6); c.lineTo(x, y); c.lineTo(x + r * .5, y + r * .3); }
    c.stroke();
  } else {
    c.fill();
  }
}

export const counted = n => (n < 1000 ? String(n) : n < 9950 ? `${(n / 1000).toFixed(1)}k` : n < 999_500 ? `${Math.round(n / 1000)}k` : `${(n / 1_000_000).toFixed(1)}M`);
/** A title as a label has it. */
export const short = title => (title.length > 90 ? `${title.slice(0, 88)}…` : title);

/** A text cut to a width. */
export function fitted(c, text, most) {
  if (c.measureText(text).width <= most) return text;
  let low = 1, high = text.length;
  while (low < high) { const middle = (low + high + 1) >> 1; if (c.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= most) low = middle; else high = middle - 1; }
  return `${text.slice(0, low).trimEnd()}…`;
}
