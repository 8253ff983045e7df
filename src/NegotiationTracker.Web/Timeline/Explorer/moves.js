// What hands do on the drawing: wheel, drag, pinch, double click, keys. Says what is wanted; the explorer does it.

const CALM = 300;

/** @param does pan(pixels), zoom(factor, x), settle(), press(x, y), hover(x, y), key(event) */
export function listen(canvas, does) {
  const hands = new Map();
  let isDragged = false, pinch, lastScroll = -CALM, lastTap = 0;
  const place = event => { const box = canvas.getBoundingClientRect(); return { x: event.clientX - box.left, y: event.clientY - box.top }; };

  // Who scrolls the page past the drawing goes on scrolling; who rests on it zooms.
  addEventListener('scroll', () => { lastScroll = performance.now(); }, { passive: true });
  canvas.addEventListener('wheel', event => {
    if (performance.now() - lastScroll < CALM && !event.ctrlKey) { lastScroll = performance.now(); return; }
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const across = event.shiftKey ? event.deltaY : event.deltaX;
    if (Math.abs(across) > Math.abs(event.shiftKey ? 0 : event.deltaY)) does.pan(-across * unit);
    else does.zoom(Math.exp(Math.max(-160, Math.min(160, event.deltaY * unit)) * (event.ctrlKey ? .01 : .0022)), place(event).x);
  }, { passive: false });

  canvas.addEventListener('pointerdown', event => {
    if (event.button) return;
    canvas.setPointerCapture(event.pointerId);
    hands.set(event.pointerId, place(event));
    isDragged = hands.size > 1;
    pinch = hands.size === 2 ? spread(hands) : undefined;
  });

  canvas.addEventListener('pointermove', event => {
    const here = place(event), before = hands.get(event.pointerId);
    if (!before) { does.hover(here.x, here.y); return; }
    if (hands.size === 1 && !isDragged && Math.hypot(here.x - before.x, here.y - before.y) < 5) return;
    hands.set(event.pointerId, here);
    if (hands.size === 2) {
      const now = spread(hands);
      if (pinch && now.width > 8) {
        does.pan(now.middle - pinch.middle);
        does.zoom(pinch.width / now.width, now.middle);
      }
      pinch = now;
    } else if (hands.size === 1) {
      isDragged = true;
      canvas.classList.add('is-held');
      does.pan(here.x - before.x);
    }
  });

  const release = event => {
    if (!hands.delete(event.pointerId)) return;
    canvas.classList.remove('is-held');
    pinch = undefined;
    if (isDragged) { if (!hands.size) { does.settle(); isDragged = false; } return; }
    if (event.type !== 'pointerup') return;
    const here = place(event), isDouble = performance.now() - lastTap < 350;
    lastTap = isDouble ? 0 : performance.now();
    if (isDouble) does.zoomTo(event.shiftKey ? 3 : 1 / 3, here.x); else does.press(here.x, here.y);
  };
  canvas.addEventListener('pointerup', release);
  canvas.addEventListener('pointercancel', release);
  canvas.addEventListener('pointerleave', () => { if (!hands.size) does.hover(-1, -1); });
  canvas.addEventListener('keydown', event => { if (!event.ctrlKey && !event.metaKey && !event.altKey) does.key(event); });
}

function spread(hands) {
  const [a, b] = [...hands.values()];
  return { width: Math.abs(a.x - b.x) || 1, middle: (a.x + b.x) / 2 };
}

/** Goes from view to view in some steps of time; at once where less motion is asked for. */
export class Glide {
  #from;
  #to;
  #start;
  #calm = matchMedia('(prefers-reduced-motion: reduce)');

  /** @returns Where it is at a moment, and whether it goes on. */
  at(now) {
    if (!this.#to) return undefined;
    const part = Math.min(1, (now - this.#start) / 260), eased = 1 - (1 - part) ** 3, to = this.#to, from = this.#from;
    if (part === 1) { this.#to = undefined; return to; }
    // Lengths change by a constant factor, so that a zoom is as fast at its end as at its beginning.
    const length = (from.to - from.from) * ((to.to - to.from) / (from.to - from.from)) ** eased;
    const ratio = Math.abs((to.to - to.from) - (from.to - from.from)) < 1 ? eased : (length - (from.to - from.from)) / ((to.to - to.from) - (from.to - from.from));
    const start = from.from + (to.from - from.from) * ratio;
    return { from: start, to: start + length };
  }

  get isCalm() { return this.#calm.matches; }
  get target() { return this.#to; }

  go(from, to, now) {
    [this.#from, this.#to, this.#start] = [from, to, this.#calm.matches ? -Infinity : now];
  }

  stop() { this.#to = undefined; }
}
