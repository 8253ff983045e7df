// The marks of entries and of clusters.

/** Marks that are not filled, or not wholly. */
export const RINGS = new Set(['Open', 'Half', 'Crossed', 'Late']);

/** A mark as the rest of the site draws it: ring for what is open, half filled for what is done in part, filled for what is done, crossed for what fell through. */
export function drawGlyph(c, form, x, y, r, ink, paper) {
  c.strokeStyle = c.fillStyle = ink;
  c.lineWidth = 1.4;
  c.beginPath();
  c.arc(x, y, r - .7, 0, 7);
  if (RINGS.has(form)) {
    c.save(); c.fillStyle = paper; c.fill(); c.restore();
    c.stroke();
    c.beginPath();
    if (form === 'Half') { c.arc(x, y, r - .7, Math.PI / 2, Math.PI * 1.5); c.fill(); c.beginPath(); }
    if (form === 'Crossed') { c.moveTo(x - r * .6, y + r * .6); c.lineTo(x + r * .6, y - r * .6); }
    if (form === 'Late') { c.moveTo(x, y - r * .6); c.lineTo(x, y); c.lineTo(x + r * .5, y + r * .3); }
    c.stroke();
  } else {
    c.fill();
  }
}

/** How great a mark is: as great as it is important; a hand-over, as many as it counts. */
export const radius = entry => Math.round((entry?.size ? 2.2 + Math.log10(entry.size) * 1.9 : 2.6 + (entry?.importance ?? 1) * .75) * 4) / 4;

/** Draws the mark of an entry and says how far it reaches. */
export function mark(pictures, entry, isDisputed, x, y) {
  const form = entry?.mark ?? 'None', r = radius(entry), side = 2 * r + 4, { colour } = pictures;
  const picture = pictures.of(`glyph ${form} ${isDisputed} ${r}`, side, side, c => drawGlyph(c, form, r + 2, r + 2, r, isDisputed ? colour.signal : colour.ink, colour.paper));
  if (picture) pictures.context.drawImage(picture, x - side / 2, y - side / 2, side, side);
  return r;
}

/** Draws the count of a cluster and says how far it reaches. */
export function pill(pictures, count, isDisputed, x, y, sans) {
  const text = counted(count), w = pillWidth(text), h = 16, { colour } = pictures;
  const picture = pictures.of(`pill ${text} ${isDisputed}`, w + 2, h + 2, c => {
    c.fillStyle = colour.paper;
    c.strokeStyle = colour.ink;
    c.lineWidth = 1.1;
    c.beginPath();
    c.roundRect(1, 1, w, h, h / 2);
    c.fill();
    c.stroke();
    c.fillStyle = c.strokeStyle;
    c.font = `600 10.5px ${sans}`;
    c.textAlign = 'center';
    c.fillText(text, w / 2 + 1, h / 2 + 4.7);
    if (isDisputed) { c.fillStyle = colour.paper; c.beginPath(); c.arc(w - 2, 4, 4, 0, 7); c.fill(); c.fillStyle = colour.signal; c.beginPath(); c.arc(w - 2, 4, 2.8, 0, 7); c.fill(); }
  });
  if (picture) pictures.context.drawImage(picture, x - w / 2 - 1, Math.round(y) - h / 2 - 1, w + 2, h + 2);
  return w / 2;
}

// Even, so that it stands on whole pixels and is sharp.
export const pillWidth = text => 2 * Math.round(5 + text.length * 3.2);
export const counted = n => (n < 1000 ? String(n) : n < 9950 ? `${(n / 1000).toFixed(1)}k` : n < 999_500 ? `${Math.round(n / 1000)}k` : `${(n / 1_000_000).toFixed(1)}M`);
export const short = title => (title.length > 110 ? `${title.slice(0, 108)}…` : title);

/** An entry's label as it is written: what is disputed says so. */
export const written = entry => (entry.disputed ? '≠ ' : '') + short(entry.title);
