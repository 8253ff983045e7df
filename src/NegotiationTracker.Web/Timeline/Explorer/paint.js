// Draws a scene on a canvas. Text is drawn once and kept as a picture: a frame puts pictures and rectangles in place.
import { ZONE } from './axis.js';
import { AXIS, BAND, GUTTER, LINE, ROW } from './layout.js';
import { mark as glyph, pill, written } from './glyphs.js';
import { Pictures } from './pictures.js';

const FONT = 13.5, NAME = 13.5, DENSE = 600, SINGLE_BANDS = 24;

export class Painter {
  #widths = new Map();
  #highest = 1;

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
    this.pictures = new Pictures(this.context);
    this.restyle();
  }

  /** Reads colours and type from the page's own style: again when light becomes dark. Where it did not load, the system's stand in. */
  restyle() {
    const style = getComputedStyle(this.canvas);
    this.colour = Object.fromEntries(['paper', 'leaf', 'ink', 'grey', 'rule', 'edge', 'accent', 'signal'].map(name => [name, style.getPropertyValue(`--${name}`).trim() || (name === 'paper' || name === 'leaf' ? 'Canvas' : 'CanvasText')]));
    this.serif = style.getPropertyValue('--serif') || 'serif';
    this.sans = style.getPropertyValue('--sans') || 'sans-serif';
    this.pictures.begin(this.dpr, this.colour);
    this.#widths.clear();
  }

  resize(width, height) {
    this.dpr = Math.min(2, devicePixelRatio || 1);
    if (this.pictures.dpr !== this.dpr) this.pictures.begin(this.dpr, this.colour);
    const [w, h] = [Math.round(width * this.dpr), Math.round(height * this.dpr)];
    if (this.canvas.width === w && this.canvas.height === h) return;
    this.canvas.width = w;
    this.canvas.height = h;
    this.canvas.style.height = `${height}px`;
  }

  measure = entry => {
    let width = this.#widths.get(entry.number);
    if (width === undefined) {
      this.context.font = this.#fontOf(entry);
      width = Math.ceil(this.context.measureText(written(entry)).width);
      if (this.#widths.size > 5000) this.#widths.clear();
      this.#widths.set(entry.number, width);
    }
    return width;
  };

  nameWidth = text => this.pictures.width(text, `${NAME}px ${this.serif}`);

  #fontOf = entry => `${entry.importance >= 4 ? '600 ' : ''}${FONT}px ${this.serif}`;

  /** Paper alone. */
  blank() {
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.fillStyle = this.colour.paper;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  /** @param patience Milliseconds for what was never drawn before; a picture to keep has as many as it needs. */
  paint(scene, { at, hover, now, asOf, fresh, isMoving }, patience) {
    const c = this.context, { colour } = this;
    this.pictures.beginFrame(isMoving, patience);
    c.setTransform(this.dpr, 0, 0, this.dpr, 0, 0);
    c.fillStyle = colour.paper;
    c.fillRect(0, 0, scene.width, this.canvas.height / this.dpr);
    this.#bands(scene);
    this.#grid(scene);
    if (scene.total > DENSE) this.#bars(scene);
    this.#lines(scene, now, asOf);
    this.#spans(scene);
    this.#promises(scene);
    this.#threads(scene);
    this.#labels(scene, at, hover);
    this.#marks(scene, at, hover, fresh);
    this.#chosen(scene, at);
    this.#gutter(scene);
    this.#axis(scene);
  }

  #bands({ bands, shades, height }) {
    const c = this.context, hasEdges = bands.length <= SINGLE_BANDS;
    c.fillStyle = this.colour.accent;
    for (const { left, right, opacity } of shades) {
      c.globalAlpha = opacity;
      c.fillRect(left, AXIS, right - left, height - AXIS);
    }
    c.globalAlpha = .4;
    if (hasEdges) for (const { left, right, begins, isOpen } of bands) {
      if (begins) c.fillRect(Math.round(left), AXIS, 1, height - AXIS);
      if (!isOpen) c.fillRect(Math.round(right) - 1, AXIS, 1, height - AXIS);
    }
    c.globalAlpha = 1;
    for (const { left, title, most } of bands) if (title && most > 56) this.pictures.text(`band ${title}`, title, `italic 12.5px ${this.serif}`, this.colour.accent, left + 5, AXIS + 13, most);
  }

  #grid({ axis, lanes, x, width, height }) {
    const c = this.context;
    c.fillStyle = this.colour.rule;
    c.globalAlpha = .55;
    for (const { t } of axis.fine) { const at = Math.round(x(t)); if (at > GUTTER) c.fillRect(at, AXIS, 1, height - AXIS); }
    c.globalAlpha = 1;
    for (const { t } of axis.above) { const at = Math.round(x(t)); if (at > GUTTER) c.fillRect(at, AXIS, 1, height - AXIS); }
    for (const lane of lanes) c.fillRect(0, Math.round(lane.top + lane.height) - 1, width, 1);
  }

  // How dense it is behind the marks. The scale follows the densest stretch in sight, softly.
  #bars({ bars, width }) {
    const c = this.context;
    let highest = 0;
    for (const bar of bars) if (bar.rate > highest && bar.x < width && bar.x + bar.width > GUTTER) highest = bar.rate;
    this.#highest += ((highest || 1) - this.#highest) * .15;
    const top = Math.log1p(this.#highest * 20) || 1;
    c.fillStyle = this.colour.rule;
    for (const { x, width: w, lane, rate } of bars) {
      const h = Math.min(1, Math.log1p(rate * 20) / top) * (lane.height - 24);
      c.fillRect(x, lane.base - h, Math.max(1, w - .5), h);
    }
  }

  #lines({ x, height, width }, now, asOf) {
    for (const [t, text, colour] of [[now, 'today', this.colour.accent], [asOf, 'as known on', this.colour.signal]]) {
      const at = t === undefined ? -1 : Math.round(x(t));
      if (at < GUTTER || at > width) continue;
      this.context.fillStyle = colour;
      this.context.fillRect(at, AXIS - 6, 1.5, height - AXIS + 6);
      this.pictures.text(`line ${text}`, text, `italic 12px ${this.serif}`, colour, Math.min(at + 4, width - 70), height - 4, 80);
    }
  }

  // Among hundreds of entries single stretches are only hinted at.
  #spans({ spans, total }) {
    const c = this.context, faint = total > DENSE ? .3 : 1;
    for (const { left, right, begins, ends, y, form, isDisputed, isWide, isAbout } of spans) {
      const colour = isDisputed ? this.colour.signal : this.colour.ink;
      c.globalAlpha = faint * (isWide ? .2 : form.kind === 'lasting' ? .8 : .42);
      if (form.kind === 'lasting' && !isWide) {
        c.fillStyle = colour;
        const l = form.openStart ? left + 30 : left, r = form.openEnd ? right - 30 : right;
        c.fillRect(l, y - 1.25, Math.max(1, r - l), 2.5);
        if (form.openStart) c.drawImage(this.pictures.fade(colour, 'rise'), left, y - 1.25, 30, 2.5); else c.fillRect(l, y - 5, 1.5, 10);
        if (form.openEnd) c.drawImage(this.pictures.fade(colour, 'fall'), r, y - 1.25, 30, 2.5); else c.fillRect(r - 1.5, y - 5, 1.5, 10);
      } else {
        const way = form.kind === 'lasting' ? (form.openEnd ? 'fall' : form.openStart ? 'rise' : 'none') : 'both', part = t => Math.max(0, Math.min(64, (t - begins) / (ends - begins) * 64));
        c.drawImage(this.pictures.fade(colour, way), part(left) * this.dpr, 0, Math.max(.1, part(right) - part(left)) * this.dpr, this.dpr, left, isWide ? y - 8 : y - 3.5, right - left, isWide ? 16 : 7);
      }
      c.globalAlpha = 1;
      if (isAbout && faint === 1) this.pictures.text('about', 'about', `italic 11px ${this.serif}`, this.colour.grey, left + 4, y + 13, 40);
    }
  }

  #promises({ promises }) {
    const c = this.context;
    for (const { left, right, due, late, isOpen, y } of promises) {
      c.fillStyle = this.colour.edge;
      c.fillRect(left, y, Math.max(1, (late ?? right) - left), 1.5);
      if (late !== undefined) {
        c.fillStyle = this.colour.signal;
        for (let d = late; d < right; d += 6) c.fillRect(d, y, Math.min(4, right - d), 1.5);
      }
      if (due !== undefined) c.fillRect(due, y - 2, 1.5, 5);
      if (!isOpen) c.fillRect(right - 3, y - 1, 3, 3.5);
    }
  }

  #threads({ threads, selected, height }) {
    const c = this.context;
    if (!selected) return;
    c.strokeStyle = this.colour.accent;
    c.lineWidth = 1;
    const [first] = selected.places;
    if (first && selected.places.length > 1) { c.globalAlpha = .6; c.beginPath(); c.moveTo(first.x, first.y); c.lineTo(first.x, selected.places.at(-1).y); c.stroke(); c.globalAlpha = 1; }
    if (first) { c.globalAlpha = .35; c.setLineDash([1, 3]); c.beginPath(); c.moveTo(first.x, AXIS); c.lineTo(first.x, height); c.stroke(); c.setLineDash([]); c.globalAlpha = 1; }
    c.lineWidth = 1;
    c.globalAlpha = .65;
    for (const { from, to } of threads) {
      c.beginPath();
      c.moveTo(from.x, from.y);
      const bow = from.y === to.y ? Math.min(46, 10 + Math.abs(to.x - from.x) / 5) : 0;
      c.bezierCurveTo(from.x + (to.x - from.x) * .5, from.y - bow, to.x - (to.x - from.x) * .5, to.y - bow, to.x, to.y);
      c.stroke();
      c.beginPath(); c.arc(to.x, to.y, 8, 0, 7); c.stroke();
    }
    c.globalAlpha = 1;
  }

  #labels({ labels }, at, hover) {
    const c = this.context;
    for (const { entry, left, stands, y, base, width: size, isFresh } of labels) {
      const isChosen = entry.number === at, isHovered = entry.number === hover;
      c.fillStyle = isChosen || isHovered ? this.colour.accent : this.colour.edge;
      if (stands !== undefined) c.fillRect(Math.round(stands), y - 10, 1, base - y + 4);
      if (isChosen) { c.fillStyle = this.colour.leaf; c.fillRect(left, y - 13, size + 8, ROW); }
      this.pictures.text(`label ${entry.number} ${isHovered || isChosen} ${isFresh}`, written(entry), this.#fontOf(entry), isHovered || isChosen || isFresh ? this.colour.accent : this.colour.ink, left + 4, y, size + 2, entry.disputed ? 1 : 0);
    }
  }

  #marks({ marks, width }, at, hover, fresh) {
    const c = this.context;
    for (const mark of marks) {
      if (mark.x < GUTTER - 30 || mark.x > width + 30) continue;
      const x = Math.round(mark.x * this.dpr) / this.dpr, { y } = mark;
      const isChosen = mark.top === at && mark.entries === 1, isHovered = mark.top === hover;
      if (mark.entries === 1) {
        const size = glyph(this.pictures, mark.entry, mark.disputed > 0, x, y);
        mark.half = size;
      } else {
        mark.half = pill(this.pictures, mark.entries, mark.disputed > 0, x, y, this.sans);
      }
      if (isChosen || isHovered) { c.strokeStyle = this.colour.accent; c.lineWidth = 2; c.beginPath(); c.arc(x, y, mark.half + 4, 0, 7); c.stroke(); }
      if (fresh.has(mark.top)) { c.strokeStyle = this.colour.accent; c.lineWidth = 1; c.beginPath(); c.arc(x, y, mark.half + 7, 0, 7); c.stroke(); }
    }
  }

  // Where the chosen entry stands within a count, in every lane that it is seen in.
  #chosen({ selected, marks }, at) {
    const c = this.context;
    for (const { x, y, lane } of selected?.places ?? []) {
      if (x < GUTTER || marks.some(m => m.entries === 1 && m.top === at && m.lane === lane)) continue;
      c.fillStyle = this.colour.accent;
      c.strokeStyle = this.colour.paper;
      c.lineWidth = 1.5;
      c.beginPath(); c.arc(x, y, 5, 0, 7); c.fill(); c.stroke();
    }
  }

  #gutter({ lanes, height }) {
    const c = this.context;
    c.fillStyle = this.colour.paper;
    c.fillRect(0, AXIS, GUTTER - 6, height - AXIS);
    c.fillStyle = this.colour.rule;
    c.fillRect(0, AXIS + BAND - 1, this.canvas.width / this.dpr, 1);
    for (const lane of lanes) c.fillRect(0, Math.round(lane.top + lane.height) - 1, GUTTER - 6, 1);
    c.fillRect(GUTTER - 6, AXIS, 1, height - AXIS);
    for (const lane of lanes) {
      lane.lines.forEach((line, n) => this.pictures.text(`lane ${line}`, line, `${NAME}px ${this.serif}`, this.colour.ink, 0, lane.top + 18 + n * LINE, GUTTER - 12));
      const under = lane.top + 18 + lane.lines.length * LINE;
      if (under < lane.top + lane.height - 3) this.pictures.text(`total ${lane.total}`, lane.total.toLocaleString('en'), `11.5px ${this.sans}`, this.colour.grey, 0, under - 1, GUTTER - 14);
    }
  }

  #axis({ axis, x, width }) {
    const c = this.context;
    c.fillStyle = this.colour.paper;
    c.fillRect(0, 0, width, AXIS - 1);
    c.fillStyle = this.colour.ink;
    c.fillRect(0, AXIS - 1, width, 1);
    this.pictures.text('zone', ZONE, `12px ${this.sans}`, this.colour.grey, 0, AXIS - 8, GUTTER - 14);
    for (const { t, text } of axis.fine) {
      const at = Math.round(x(t));
      if (at < GUTTER - 6) continue;
      c.fillStyle = this.colour.edge;
      c.fillRect(at, AXIS - 6, 1, 5);
      if (at + 5 + this.pictures.width(text, `12px ${this.sans}`) > width) continue;
      this.pictures.text(`tick ${text}`, text, `12px ${this.sans}`, this.colour.grey, at + 3, AXIS - 8, 60);
    }
    axis.above.forEach(({ t, text }, i) => {
      const at = Math.max(GUTTER - 3, Math.round(x(t))), next = axis.above[i + 1] ? x(axis.above[i + 1].t) : width;
      if (next - at < 30) return;
      this.pictures.text(`above ${text}`, text, `600 13px ${this.serif}`, this.colour.ink, at + 3, 15, next - at - 8);
      if (at > GUTTER) { c.fillStyle = this.colour.rule; c.fillRect(at, 2, 1, AXIS - 4); }
    });
  }
}
