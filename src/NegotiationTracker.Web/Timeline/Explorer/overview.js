// The whole record as one strip, and a brush on it that is the view.
import { ticks, within } from './axis.js';

const HEIGHT = 54, BARS = 36, GRIP = 8;

export class Overview {
  #drawn;

  /** @param onBrush Called with the view that the brush asks for, and whether the hand is still on it. */
  constructor(canvas, onBrush) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
    this.onBrush = onBrush;
    canvas.addEventListener('pointerdown', event => this.#press(event));
    canvas.addEventListener('pointermove', event => { if (!this.grip) canvas.style.cursor = this.#cursor(event); });
  }

  resize(width) {
    const dpr = Math.min(2, devicePixelRatio || 1);
    if (this.width === width && this.dpr === dpr) return;
    [this.width, this.dpr] = [width, dpr];
    this.canvas.width = Math.round(width * dpr);
    this.canvas.height = Math.round(HEIGHT * dpr);
    this.canvas.style.height = `${HEIGHT}px`;
    this.#drawn = undefined;
  }

  /** Paper, while there is nothing to draw. */
  blank({ colour }) {
    this.context.fillStyle = colour.paper;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  /** Draws the strip once for a tile, and the brush over its picture. */
  paint(tile, view, painter) {
    if (!this.width) return;
    if (!tile) { this.blank(painter); return; }
    const c = this.context, w = this.width;
    this.tile = tile;
    this.view = view;
    if (this.#drawn?.tile !== tile || this.#drawn.colour !== painter.colour) this.#drawn = { tile, colour: painter.colour, picture: this.#strip(tile, painter) };
    c.setTransform(this.dpr, 0, 0, this.dpr, 0, 0);
    c.drawImage(this.#drawn.picture, 0, 0, w, HEIGHT);
    const [left, right] = this.#brush();
    c.globalAlpha = .62;
    c.fillStyle = painter.colour.paper;
    c.fillRect(0, 0, left, BARS);
    c.fillRect(right, 0, w - right, BARS);
    c.globalAlpha = 1;
    c.fillStyle = painter.colour.ink;
    c.fillRect(left, 0, right - left, 1.5);
    c.fillRect(left, BARS - 1, right - left, 1.5);
    for (const at of [left, right]) {
      c.fillRect(at - .75, 0, 1.5, BARS);
      c.fillStyle = painter.colour.paper;
      c.fillRect(at - 3, BARS / 2 - 8, 6, 16);
      c.strokeStyle = c.fillStyle = painter.colour.ink;
      c.lineWidth = 1;
      c.strokeRect(at - 3, BARS / 2 - 8, 6, 16);
      c.fillRect(at - .5, BARS / 2 - 4, 1, 8);
    }
  }

  #strip(tile, { colour, sans }) {
    const picture = document.createElement('canvas'), w = this.width;
    picture.width = this.canvas.width;
    picture.height = this.canvas.height;
    const c = picture.getContext('2d');
    c.scale(this.dpr, this.dpr);
    c.fillStyle = colour.paper;
    c.fillRect(0, 0, w, HEIGHT);
    const { all, disputed } = density(tile, Math.floor(w / 2)), highest = Math.max(1, ...all), top = Math.sqrt(highest);
    all.forEach((n, i) => {
      if (!n) return;
      const h = Math.max(2, Math.sqrt(n) / top * (BARS - 4)), bad = disputed[i] / n * h;
      c.fillStyle = colour.edge;
      c.fillRect(i * 2, BARS - 1 - h, 1.6, h);
      c.fillStyle = colour.signal;
      c.fillRect(i * 2, BARS - 1 - bad, 1.6, bad);
    });
    c.fillStyle = colour.rule;
    c.fillRect(0, BARS - 1, w, 1);
    c.font = `11.5px ${sans}`;
    c.fillStyle = colour.grey;
    let free = 0;
    const { fine, above } = ticks(tile, w), names = above.filter(a => a.t >= tile.from);
    for (const { t, text } of (names.length > 1 ? [...fine.map(f => ({ ...f, text: names.find(n => n.t === f.t)?.text ?? f.text }))] : fine)) {
      const x = (t - tile.from) / (tile.to - tile.from) * w;
      if (x < free || x > w - 24) continue;
      c.fillRect(Math.round(x), BARS, 1, 5);
      c.fillText(text, x + 3, BARS + 14);
      free = x + c.measureText(text).width + 14;
    }
    return picture;
  }

  #x = t => (t - this.tile.from) / (this.tile.to - this.tile.from) * this.width;
  #t = x => this.tile.from + x / this.width * (this.tile.to - this.tile.from);

  // Never so narrow that a hand can't take it.
  #brush() {
    const left = Math.max(0, Math.min(this.width - 4, this.#x(this.view.from))), right = Math.min(this.width, Math.max(4, this.#x(this.view.to)));
    const middle = (left + right) / 2;
    return right - left < 4 ? [middle - 2, middle + 2] : [left, right];
  }

  #part(x) {
    const [left, right] = this.#brush();
    if (right - left > 3 * GRIP || x < left || x > right) {
      if (Math.abs(x - left) < GRIP) return 'from';
      if (Math.abs(x - right) < GRIP) return 'to';
    }
    return x > left && x < right ? 'whole' : 'new';
  }

  #cursor = event => ({ from: 'ew-resize', to: 'ew-resize', whole: 'grab', new: 'crosshair' })[this.tile ? this.#part(event.offsetX) : 'new'];

  #press(event) {
    if (!this.tile || event.button) return;
    const box = this.canvas.getBoundingClientRect(), start = event.clientX - box.left, view = { ...this.view };
    let part = this.#part(start), isMoved = false;
    this.grip = part;
    this.canvas.setPointerCapture(event.pointerId);
    const move = e => {
      const x = e.clientX - box.left, by = this.#t(x) - this.#t(start);
      isMoved ||= Math.abs(x - start) > 3;
      if (!isMoved) return;
      if (part === 'whole') this.onBrush(within({ from: view.from + by, to: view.to + by }), true);
      else if (part === 'new') this.onBrush(within({ from: this.#t(Math.min(x, start)), to: this.#t(Math.max(x, start)) }), true);
      else {
        const other = part === 'from' ? view.to : view.from, here = this.#t(x);
        this.onBrush(within({ from: Math.min(other, here), to: Math.max(other, here) }), true);
      }
    };
    const end = () => {
      this.canvas.removeEventListener('pointermove', move);
      this.grip = undefined;
      if (!isMoved && part === 'new') {
        const t = this.#t(start), half = (view.to - view.from) / 2;
        this.onBrush(within({ from: t - half, to: t + half }), false);
      }
    };
    this.canvas.addEventListener('pointermove', move);
    this.canvas.addEventListener('pointerup', end, { once: true });
    this.canvas.addEventListener('pointercancel', end, { once: true });
    event.preventDefault();
  }
}

/** How many entries stand in each of so many equal parts of a tile. An entry of several lanes weighs in each. */
export function density(tile, parts) {
  const all = new Float64Array(parts), disputed = new Float64Array(parts), each = (tile.to - tile.from) / parts;
  for (const { slots } of tile.lanes.values())
    for (let i = 0; i < slots.at.length; i++) {
      const isOne = slots.entries[i] === 1, n = isOne ? 1 : Math.max(1, Math.round(tile.slot / each)), first = Math.floor((slots.at[i] - tile.from) / each);
      for (let p = Math.max(0, first); p < Math.min(parts, first + n); p++) { all[p] += slots.entries[i] / n; disputed[p] += slots.disputed[i] / n; }
    }
  return { all, disputed };
}

/** From when to when a tile has entries; where almost all of many stand in a small part of it, that part. */
export function extentOf(tile) {
  const parts = 2048, { all } = density(tile, parts), each = (tile.to - tile.from) / parts, sum = all.reduce((a, b) => a + b, 0);
  const at = share => { let n = 0; return all.findIndex(v => (n += v) > share * sum); };
  if (!sum) return undefined;
  const [first, last] = [all.findIndex(n => n), all.findLastIndex(n => n)], [early, late] = [at(.01), at(.99)];
  const [a, b] = sum > 50 && (late - early) < (last - first) / 2 ? [early, late] : [first, last];
  const from = tile.from + a * each, to = tile.from + (b + 1) * each, more = Math.max((to - from) * .03, 3_600_000 * 6);
  return within({ from: from - more, to: to + more });
}
