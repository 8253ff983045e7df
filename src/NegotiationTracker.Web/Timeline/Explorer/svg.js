// The same scene as an SVG document, for paper and for other programs: text stays text.
import { AXIS, GUTTER, LINE, ROW } from './layout.js';
import { counted, pillWidth, radius, RINGS, written } from './glyphs.js';
import { ZONE } from './axis.js';

const safe = text => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const n = value => (Math.round(value * 10) / 10).toString();
const rect = (x, y, width, height, fill, more = '') => `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(height)}" fill="${fill}"${more}/>`;

/**
 * @param pen colour, serif, sans, and fits(text, font, most): the text cut to a width.
 * @param what title, caption, now, asOf
 */
export function svgOf(scene, pen, { title, caption, now, asOf }) {
  const { colour, serif, sans, fits } = pen, { width, height } = scene, write = (x, y, text, { size = 13.5, fill = colour.ink, family = serif, weight = 400, style = 'normal', most = 400, anchor = 'start' } = {}) =>
    `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${fill}" font-family="${safe(family)}" font-weight="${weight}" font-style="${style}" text-anchor="${anchor}">${safe(fits(text, `${style} ${weight} ${size}px ${family}`, most))}</text>`;
  const gradients = ['ink', 'signal'].flatMap(name => Object.entries({ both: [0, 1, 1, 0], none: [1, 1, 1, 1], rise: [0, .5, .8, 1], fall: [1, .8, .5, 0] }).map(([way, stops]) =>
    `<linearGradient id="${way}-${name}">${stops.map((o, i) => `<stop offset="${[0, .3, .7, 1][i]}" stop-color="${colour[name]}" stop-opacity="${o}"/>`).join('')}</linearGradient>`));
  const parts = [
    ...scene.shades.map(s => rect(s.left, AXIS, s.right - s.left, height - AXIS, colour.accent, ` opacity="${s.opacity.toFixed(3)}"`)),
    ...scene.bands.map(b => (b.title && b.most > 56 ? write(b.left + 5, AXIS + 13, b.title, { size: 12.5, fill: colour.accent, style: 'italic', most: b.most }) : '')),
    ...scene.axis.fine.map(({ t }) => rect(scene.x(t), AXIS, 1, height - AXIS, colour.rule, ' opacity=".55"')),
    ...[[now, 'today', colour.accent], [asOf, 'as known on', colour.signal]].filter(([t]) => t >= scene.view.from && t <= scene.view.to).map(([t, text, fill]) => rect(scene.x(t), AXIS - 6, 1.5, height - AXIS + 6, fill) + write(Math.min(scene.x(t) + 4, width - 70), height - 4, text, { size: 12, fill, style: 'italic' })),
    ...scene.spans.map(span => spanOf(span, colour) + (span.isAbout ? write(span.left + 4, span.y + 13, 'about', { size: 11, fill: colour.grey, style: 'italic' }) : '')),
    ...scene.promises.map(p => rect(p.left, p.y, Math.max(1, (p.late ?? p.right) - p.left), 1.5, colour.edge) + (p.late === undefined ? '' : `<path d="M${n(p.late)} ${n(p.y + .75)}H${n(p.right)}" stroke="${colour.signal}" stroke-width="1.5" stroke-dasharray="4 2"/>`) + (p.due === undefined ? '' : rect(p.due, p.y - 2, 1.5, 5, colour.edge))),
    ...scene.threads.map(({ from, to }) => `<path d="M${n(from.x)} ${n(from.y)}C${n((from.x + to.x) / 2)} ${n(from.y - bow(from, to))} ${n((from.x + to.x) / 2)} ${n(to.y - bow(from, to))} ${n(to.x)} ${n(to.y)}" fill="none" stroke="${colour.accent}" opacity=".65"/>`),
    ...scene.labels.map(l => (l.stands === undefined ? '' : rect(l.stands, l.y - 10, 1, l.base - l.y + 4, colour.edge)) + write(l.left + 4, l.y, written(l.entry), { weight: l.entry.importance >= 4 ? 600 : 400, most: l.width + 4 })),
    ...scene.marks.filter(m => m.x > GUTTER - 30 && m.x < width + 30).map(m => (m.entries === 1 ? glyph(m, colour) : pill(m, colour, write, sans))),
  ];
  const frame = [
    rect(0, AXIS - 1, width, 1, colour.ink),
    ...scene.lanes.map(l => rect(0, l.top + l.height - 1, width, 1, colour.rule) + l.lines.map((line, n) => write(0, l.top + 18 + n * LINE, line, { most: GUTTER - 12 })).join('') + (18 + l.lines.length * LINE < l.height - 3 ? write(0, l.top + 17 + l.lines.length * LINE, l.total.toLocaleString('en'), { size: 11.5, fill: colour.grey, family: sans }) : '')),
    write(0, AXIS - 8, ZONE, { size: 12, fill: colour.grey, family: sans }),
    ...scene.axis.fine.filter(({ t }) => scene.x(t) >= GUTTER - 6).map(({ t, text }) => rect(scene.x(t), AXIS - 6, 1, 5, colour.edge) + write(scene.x(t) + 3, AXIS - 8, text, { size: 12, fill: colour.grey, family: sans })),
    ...scene.axis.above.map(({ t, text }, i) => { const at = Math.max(GUTTER - 3, scene.x(t)), next = scene.axis.above[i + 1] ? scene.x(scene.axis.above[i + 1].t) : width; return next - at < 30 ? '' : write(at + 3, 15, text, { size: 13, weight: 600, most: next - at - 8 }); }),
    write(0, height + 18, caption, { size: 12, fill: colour.grey, most: width }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height + 26)}" width="${n(width)}" height="${n(height + 26)}"><title>${safe(title)}</title><desc>${safe(caption)}</desc><defs>${gradients.join('')}<clipPath id="plot"><rect x="${GUTTER - 6}" y="0" width="${n(width - GUTTER + 6)}" height="${n(height)}"/></clipPath></defs>${rect(0, 0, width, height + 26, colour.paper)}<g clip-path="url(#plot)">${parts.join('')}</g>${frame.join('')}</svg>`;
}

const bow = (from, to) => (from.y === to.y ? Math.min(46, 10 + Math.abs(to.x - from.x) / 5) : 0);

// As long as its time may be, faded over all of it; the plot cuts what lies outside.
function spanOf({ begins, ends, y, form, isDisputed, isWide }, colour) {
  const name = isDisputed ? 'signal' : 'ink', lasts = form.kind === 'lasting', way = !lasts ? 'both' : form.openEnd ? 'fall' : form.openStart ? 'rise' : 'none';
  const half = isWide ? 8 : lasts ? 1.25 : 3.5;
  const ends_ = lasts && !isWide ? (form.openStart ? '' : rect(begins, y - 5, 1.5, 10, colour[name])) + (form.openEnd ? '' : rect(ends - 1.5, y - 5, 1.5, 10, colour[name])) : '';
  return rect(begins, y - half, ends - begins, 2 * half, `url(#${way}-${name})`, ` opacity="${isWide ? .2 : lasts ? .8 : .42}"`) + ends_;
}

function glyph({ entry, disputed, x, y }, colour) {
  const form = entry?.mark ?? 'None', r = radius(entry), ink = disputed ? colour.signal : colour.ink, isOpen = RINGS.has(form);
  const half = form === 'Half' ? `<path d="M${n(x)} ${n(y - r + .7)}A${n(r - .7)} ${n(r - .7)} 0 0 0 ${n(x)} ${n(y + r - .7)}Z" fill="${ink}"/>` : '';
  const inner = form === 'Crossed' ? `M${n(x - r * .6)} ${n(y + r * .6)}L${n(x + r * .6)} ${n(y - r * .6)}` : form === 'Late' ? `M${n(x)} ${n(y - r * .6)}V${n(y)}L${n(x + r * .5)} ${n(y + r * .3)}` : '';
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r - .7)}" fill="${isOpen ? colour.paper : ink}" stroke="${ink}" stroke-width="${isOpen ? 1.4 : 0}"/>${half}${inner && `<path d="${inner}" fill="none" stroke="${ink}" stroke-width="1.4"/>`}`;
}

function pill({ entries, disputed, x, y }, colour, write, sans) {
  const text = counted(entries), w = pillWidth(text);
  return rect(x - w / 2, y - ROW / 2, w, ROW, colour.paper, ` rx="${ROW / 2}" stroke="${colour.ink}" stroke-width="1.1"`) + write(x, y + 4, text, { size: 10.5, weight: 600, family: sans, anchor: 'middle' }) + (disputed ? `<circle cx="${n(x + w / 2 - 3)}" cy="${n(y - 5)}" r="2.8" fill="${colour.signal}"/>` : '');
}
