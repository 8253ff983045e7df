// Text and shapes drawn once and kept as pictures: writing text anew in every frame is what makes drawings of time slow.
// Cut texts are cut by steps, and while a view moves, when the room they have changes with every frame, they are parts of one picture, without dots.
const KEPT = 1200, STEP = 12, PATIENCE = 5, LONGEST = 480;

export class Pictures {
  #kept = new Map();
  #widths = new Map();
  #sheet = new OffscreenCanvas(1, 1);
  #until = Infinity;
  owes = false;
  isMoving = false;

  constructor(context) { this.context = context; }

  /** Forgets all: the colours, the type or the density of the screen changed. */
  begin(dpr, colour) {
    this.dpr = dpr;
    this.colour = colour;
    for (const picture of this.#kept.values()) picture.close();
    this.#kept.clear();
    this.#widths.clear();
  }

  /** A frame begins: for some milliseconds it may draw what is new; the rest is owed to the next. @param isMoving Whether the view is another than in the frame before. */
  beginFrame(isMoving, patience = PATIENCE) {
    this.isMoving = isMoving;
    this.#until = performance.now() + patience;
    this.owes = false;
  }

  /** Text at a place, no wider than `most`; its first `signs` characters in the colour of what is disputed. */
  text(key, text, font, colour, x, y, most, signs = 0) {
    const natural = this.width(text, font), isWhole = natural <= most, cut = Math.max(8, Math.floor(most / STEP) * STEP), name = `${key}|${colour}|`, { dpr } = this;
    const isLoose = !isWhole && this.isMoving && !this.#kept.has(`${name}${cut}…`), wide = isWhole ? natural : isLoose ? Math.min(natural, LONGEST) : cut;
    if (isLoose) this.owes = true;
    const picture = this.of(isWhole || isLoose ? `${name}${wide}` : `${name}${cut}…`, wide + 2, 20, c => {
      c.font = font;
      c.fillStyle = colour;
      c.fillText(isWhole || isLoose ? text : fitted(c, text, cut), 0, 14);
      if (signs) { c.clearRect(0, 0, c.measureText(text.slice(0, signs)).width, 20); c.fillStyle = this.colour.signal; c.fillText(text.slice(0, signs), 0, 14); }
    });
    if (!picture) return;
    const shown = isLoose ? Math.min(picture.width, Math.max(1, Math.round(most * dpr))) : picture.width;
    this.context.drawImage(picture, 0, 0, shown, picture.height, Math.round(x * dpr) / dpr, Math.round((y - 14) * dpr) / dpr, shown / dpr, picture.height / dpr);
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
    }, false);
  }

  /** The picture kept under a key, drawn when it is asked for first; nothing when this frame has no time left for that. */
  of(key, width, height, draw, isOwed = true) {
    let picture = this.#kept.get(key);
    if (picture) return picture;
    if (isOwed && performance.now() > this.#until) { this.owes = true; return undefined; }
    const c = this.#sheet.getContext('2d');
    this.#sheet.width = Math.max(1, Math.ceil(width * this.dpr));
    this.#sheet.height = Math.ceil(height * this.dpr);
    c.scale(this.dpr, this.dpr);
    draw(c);
    picture = this.#sheet.transferToImageBitmap();
    if (this.#kept.size > KEPT) for (const [old, former] of [...this.#kept].slice(0, 200)) { former.close(); this.#kept.delete(old); }
    this.#kept.set(key, picture);
    return picture;
  }

  /** How wide a text is in a type. */
  width(text, font) {
    const key = font + text;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.context.font = font;
      width = Math.ceil(this.context.measureText(text).width);
      if (this.#widths.size > 4000) this.#widths.clear();
      this.#widths.set(key, width);
    }
    return width;
  }
}

/** A text cut to a width, with what is cut off told by dots. */
export function fitted(c, text, most) {
  if (c.measureText(text).width <= most) return text;
  let low = 1, high = text.length;
  while (low < high) { const middle = (low + high + 1) >> 1; if (c.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= most) low = middle; else high = middle - 1; }
  return `${text.slice(0, low).trimEnd()}…`;
}
