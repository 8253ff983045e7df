// The scene as SVG: the same layout as on the canvas, drawn by a second hand, with text that stays text.
import { AXIS, BAND, GUTTER } from './layout.js';
import { counted, fitted, radius, short } from './pictures.js';

const FOOT = 30;

/**
 * @param scene What layout made of a view.
 * @param painter Whose colours and type are used.
 * @param told Lines below the picture: what it shows and where it is from. `at` is the chosen entry, `now` and `asOf` are lines on the axis.
 */
export function svgOf(scene, painter, { at, now, asOf, title, source }) {
  const { width, lanes, x } = scene, { colour, serif, sans } = painter, height = Math.ceil(scene.height) + FOOT, parts = [];
  const out = markup => parts.push(markup);
  const rect = (x, y, w, h, fill, more = '') => out(`<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(.5, w))}" height="${n(h)}" fill="${fill}" ${more}/>`);
  const text = (words, x, y, fill, size, { most = 900, family = serif, weight = 400, style = 'normal', anchor = 'start' } = {}) => {
    painter.context.font = `${style} ${weight} ${size}px ${family}`;
    out(`<text x="${n(x)}" y="${n(y)}" fill="${fill}" font-family="${escaped(family)}" font-size="${size}" font-weight="${weight}" font-style="${style}" text-anchor="${anchor}">${escaped(fitted(painter.context, words, most))}</text>`);
  };

  rect(0, 0, width, height, colour.paper);
  for (const s of scene.shades) rect(s.left, AXIS, s.right - s.left, scene.height - AXIS, colour.accent, `opacity="${s.isOpen ? .035 : .075}"`);
  for (const b of scene.bands) {
    if (b.title && b.most > 24) text(b.title, b.left + 5, AXIS + 13, colour.accent, 12.5, { most: b.most, style: 'italic' });
  }
  for (const { t } of scene.axis.fine) if (x(t) > GUTTER) rect(x(t), AXIS, 1, scene.height - AXIS, colour.rule, 'opacity=".55"');
  const highest = Math.max(...scene.bars.map(b => b.rate), 0);
  if (scene.isDense && highest)
    for (const { x: left, width: w, lane, rate } of scene.bars) { const h = Math.log1p(rate * 20) / Math.log1p(highest * 20) * (lane.height - 24); rect(left, lane.base - h, w, h, colour.rule); }
  for (const [t, words, ink] of [[now, 'today', colour.accent], [asOf, 'as known on', colour.signal]])
    if (t !== undefined && x(t) >= GUTTER && x(t) <= width) { rect(x(t), AXIS - 6, 1.5, scene.height - AXIS + 6, ink); text(words, Math.min(x(t) + 4, width - 70), scene.height - 4, ink, 12, { style: 'italic' }); }
  for (const [id, ink] of [['ink', colour.ink], ['signal', colour.signal]])
    out(`<defs><linearGradient id="${id}">${[[0, 0], [.3, 1], [.7, 1], [1, 0]].map(([at, opacity]) => `<stop offset="${at}" stop-color="${ink}" stop-opacity="${opacity}"/>`).join('')}</linearGradient></defs>`);
  for (const s of scene.spans) {
    const isLasting = s.form.kind === 'lasting', h = s.isWide ? 16 : isLasting ? 2.5 : 7;
    rect(s.left, s.y - h / 2, s.right - s.left, h, isLasting ? (s.isDisputed ? colour.signal : colour.ink) : `url(#${s.isDisputed ? 'signal' : 'ink'})`, `opacity="${s.isWide ? .2 : isLasting ? .8 : .42}"${isLasting ? '' : ` rx="${h / 2}"`}`);
  }
  for (const p of scene.promises) {
    rect(p.left, p.y, (p.late ?? p.right) - p.left, 1.5, colour.edge);
    if (p.late !== undefined) out(`<path d="M${n(p.late)} ${n(p.y + .75)}H${n(p.right)}" stroke="${colour.signal}" stroke-width="1.5" stroke-dasharray="4 2"/>`);
    if (p.due !== undefined) rect(p.due, p.y - 2, 1.5, 5, colour.signal);
  }
  for (const { from, to } of scene.threads) {
    const bow = from.y === to.y ? Math.min(46, 10 + Math.abs(to.x - from.x) / 5) : 0, middle = (from.x + to.x) / 2;
    out(`<path d="M${n(from.x)} ${n(from.y)}C${n(middle)} ${n(from.y - bow)} ${n(middle)} ${n(to.y - bow)} ${n(to.x)} ${n(to.y)}" fill="none" stroke="${colour.accent}" opacity=".65"/>`);
  }
  for (const l of scene.labels) {
    if (l.stands !== undefined) rect(l.stands, l.y - 10, 1, l.base - l.y + 4, colour.edge);
    text((l.entry.disputed ? '≠ ' : '') + short(l.entry.title), l.left + 4, l.y, l.entry.number === at ? colour.accent : colour.ink, 13.5, { most: l.width + 2, weight: l.entry.importance >= 4 ? 600 : 400 });
  }
  for (const mark of scene.marks) {
    if (mark.x < GUTTER - 30 || mark.x > width + 30) continue;
    if (mark.entries > 1) pill(mark); else glyph(mark);
    if (mark.top === at && mark.entries === 1) out(`<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="11" fill="none" stroke="${colour.accent}" stroke-width="2"/>`);
  }
  rect(0, AXIS, GUTTER - 6, scene.height - AXIS, colour.paper);
  rect(GUTTER - 6, AXIS, 1, scene.height - AXIS, colour.rule);
  rect(0, AXIS + BAND - 1, width, 1, colour.rule);
  for (const lane of lanes) {
    rect(0, lane.top + lane.height - 1, width, 1, colour.rule);
    text(lane.label, 2, lane.top + 19, colour.ink, 14, { most: GUTTER - 14 });
    if (lane.height > 42) text(lane.total.toLocaleString('en'), 2, lane.top + 34, colour.grey, 11.5, { family: sans });
  }
  rect(0, 0, width, AXIS - 1, colour.paper);
  rect(0, AXIS - 1, width, 1, colour.ink);
  for (const { t, text: words } of scene.axis.fine) if (x(t) >= GUTTER - 6) { rect(x(t), AXIS - 6, 1, 5, colour.edge); text(words, x(t) + 3, AXIS - 8, colour.grey, 12, { most: 60, family: sans }); }
  scene.axis.above.forEach(({ t, text: words }, i) => {
    const left = Math.max(GUTTER - 3, x(t)), next = scene.axis.above[i + 1] ? x(scene.axis.above[i + 1].t) : width;
    if (next - left >= 30) text(words, left + 3, 15, colour.ink, 13, { most: next - left - 8, weight: 600 });
  });
  text(title, 2, scene.height + 19, colour.ink, 13, { most: width / 2 - 10 });
  text(source, width - 2, scene.height + 19, colour.grey, 12, { most: width / 2 - 10, anchor: 'end' });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">\n${parts.join('\n')}\n</svg>\n`;

  function glyph({ entry, disputed, x: cx, y }) {
    const r = radius(entry), ink = disputed > 0 ? colour.signal : colour.ink, form = entry?.mark, isOpen = form === 'Open' || form === 'Crossed' || form === 'Late';
    const more = form === 'Crossed' ? `<path d="M${n(cx - r * .6)} ${n(y + r * .6)}L${n(cx + r * .6)} ${n(y - r * .6)}" stroke="${ink}" stroke-width="1.4"/>` : form === 'Late' ? `<path d="M${n(cx)} ${n(y - r * .6)}V${n(y)}L${n(cx + r * .5)} ${n(y + r * .3)}" fill="none" stroke="${ink}" stroke-width="1.4"/>` : '';
    out(`<g>${entry ? `<title>${escaped(`${entry.when}: ${entry.title}`)}</title>` : ''}<circle cx="${n(cx)}" cy="${n(y)}" r="${n(r - .7)}" fill="${isOpen ? colour.paper : ink}" stroke="${ink}" stroke-width="1.4"/>${more}</g>`);
  }

  function pill({ entries, disputed, x: cx, y }) {
    const words = counted(entries), w = 10 + words.length * 6.4;
    out(`<rect x="${n(cx - w / 2)}" y="${n(y - 8.5)}" width="${n(w)}" height="17" rx="8.5" fill="${colour.paper}" stroke="${colour.ink}" stroke-width="1.1"/>`);
    text(words, cx, y + 3.8, colour.ink, 10.5, { family: sans, weight: 600, anchor: 'middle' });
    if (disputed > 0) out(`<circle cx="${n(cx + w / 2 - 3)}" cy="${n(y - 5)}" r="2.8" fill="${colour.signal}"/>`);
  }
}

const n = value => Number(value.toFixed(1));
const escaped = words => words.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
