// From a view and what was counted to what is drawn: no canvas, no page, the same for the screen, the picture and the list.
import { DAY, ticks } from './axis.js';
import { counted, pillWidth } from './glyphs.js';
import { grow, linesOf } from './labels.js';
import { extent, form } from './uncertain.js';

export const ROW = 17, AXIS = 40, BAND = 18, GUTTER = 148, LINE = 16;
const UNFOLDED = 150, CLUSTER = 22, LABEL = 240, LEAST_LASTING = 9, LEAST_UNCERTAIN = 26;

/** The key of the lanes that an entry stands in. */
export const lanesOf = (entry, by) => (by === 'kind' ? [entry.record] : by === 'party' ? entry.parties : by === 'process' ? entry.processes : by === 'person' ? entry.people : entry.topics);

/**
 * @param frame view, width, height, by (lanes), lanes ([{key, label, total}]), pieces, entries (Map by number), at (selected), threads, now, asOf, promises, ceasefires, rate (entries a millisecond in the fullest lane of the whole record)
 * @param measure Width of an entry's label in pixels.
 * @param name Width of a lane's name in pixels.
 */
export function laidOut(frame, measure, name) {
  const { view, width } = frame, scale = (width - GUTTER) / (view.to - view.from);
  const x = t => GUTTER + (t - view.from) * scale;
  const lanes = placed(frame, name);
  const scene = { width, height: lanes.height, x, view, lanes: lanes.all, axis: ticks(view, width - GUTTER), bands: [], bars: [], marks: [], spans: [], promises: [], labels: [], threads: [], total: 0 };
  const index = new Map(lanes.all.map(lane => [lane.key, lane]));
  const known = knownIn(frame);
  cluster(frame, scene, index, scale);
  // So near that a day has room for all that is only known to the day.
  const unfolds = frame.more.length > 0 && DAY * scale > UNFOLDED;
  if (unfolds) unfold(frame, scene, index, known, measure); else spans(frame, scene, index, known);
  promises(frame, scene, index);
  bands(frame, scene);
  if (!unfolds) labels(frame, scene, index, known, measure);
  threads(frame, scene, index);
  return scene;
}

// Lanes with nothing in sight are low; where much stands together they are high.
function placed({ lanes, height, weights }, name) {
  const room = Math.max(lanes.length * 30, height - AXIS - BAND), sum = lanes.reduce((n, lane) => n + (weights.get(lane.key) ?? 1), 0);
  let top = AXIS + BAND;
  const all = lanes.map(lane => {
    const own = Math.max(30, Math.min(240, room * (weights.get(lane.key) ?? 1) / sum)), place = { ...lane, top, height: own, base: top + own - 15, rows: Math.max(own < 40 ? 0 : 1, Math.floor((own - 28) / ROW)), lines: linesOf(lane.label, Math.min(3, Math.max(1, Math.floor((own - 8) / LINE))), GUTTER - 16, name), seen: 0 };
    top += own;
    return place;
  });
  return { all, height: top };
}

// The entries of the view that are known by more than their number, what matters most first.
function knownIn({ pieces, view, entries, more, at, threads: linked }) {
  const seen = new Map();
  for (const { tile } of pieces)
    for (const { number } of tile.entries) if (!seen.has(number) && entries.has(number)) seen.set(number, entries.get(number));
  for (const number of [...more, at, ...linked]) if (entries.has(number)) seen.set(number, entries.get(number));
  return [...seen.values()].filter(e => { const { from, to } = extent(e); return from < view.to && to > view.from; }).sort((a, b) => b.importance - a.importance || a.number - b.number);
}

/** Slots that lie near each other become one cluster; the bounds between clusters stay where they are while the view moves, and halve when it is zoomed. */
function cluster({ pieces, view, entries, rate }, scene, index, scale) {
  const length = clusterLength(scale, rate);
  const open = new Map();
  const close = (lane, bin) => {
    const top = bin.entries === 1 || bin.first === bin.last ? entries.get(bin.top) : undefined;
    const stands = top ? extent(top).stands : bin.sum / bin.entries;
    scene.marks.push({ ...bin, lane, t: stands, x: scene.x(stands), y: lane.base, entry: bin.entries === 1 ? top : undefined });
  };
  pieces.forEach(({ tile, from, to }, i) => {
    const before = pieces[i - 1]?.tile;
    for (const [key, { slots }] of tile.lanes) {
      const lane = index.get(key);
      if (!lane) continue;
      // A slot that began before its tile belongs to the tile before, unless that one is counted in other slots.
      const reach = before && before.slot === tile.slot ? 0 : tile.slot;
      for (let s = firstFrom(slots.at, from - reach + 1); s < slots.at.length && slots.at[s] < to; s++) {
        const at = slots.at[s], count = slots.entries[s], isOne = count === 1, middle = isOne ? at : at + tile.slot / 2;
        if (at + (isOne ? 0 : tile.slot) < view.from - length || at > view.to + length) continue;
        if (at < from && isOne) continue;
        if (at < view.to && middle >= view.from) { scene.total += count; lane.seen += count; }
        if (!isOne) scene.bars.push({ x: scene.x(at), width: Math.max(1, tile.slot * scale), lane, entries: count, rate: count / Math.max(1, tile.slot * scale) });
        const number = Math.floor(middle / length), bin = open.get(lane);
        if (bin?.number === number) {
          bin.entries += count; bin.disputed += slots.disputed[s]; bin.sum += middle * count; bin.last = isOne ? at : at + tile.slot;
          const best = entries.get(slots.top[s]);
          if (best && best.importance > (entries.get(bin.top)?.importance ?? 0)) bin.top = slots.top[s];
        } else {
          if (bin) close(lane, bin);
          open.set(lane, { number, entries: count, disputed: slots.disputed[s], sum: middle * count, first: at, last: isOne ? at : at + tile.slot, top: slots.top[s], slot: tile.slot });
        }
      }
    }
  });
  for (const [lane, bin] of open) close(lane, bin);
  apart(scene.marks);
}

// Long enough for the count it will mostly have in the fullest lane: the same wherever the view is moved to.
function clusterLength(scale, rate) {
  let length = 2 ** Math.ceil(Math.log2(CLUSTER / scale));
  while (pillWidth(counted(Math.ceil(rate * length))) > length * scale) length *= 2;
  return length;
}

// Counts that would lie on each other give way, each by half.
function apart(marks) {
  const last = new Map();
  for (const mark of marks.filter(m => m.entries > 1).sort((a, b) => a.x - b.x)) {
    const before = last.get(mark.lane), over = before ? before.x + (widthOf(before) + widthOf(mark)) / 2 + 1 - mark.x : 0;
    if (over > 0) { before.x -= over / 2; mark.x += over / 2; }
    last.set(mark.lane, mark);
  }
}

const widthOf = mark => pillWidth(counted(mark.entries));

function firstFrom(at, from) {
  let low = 0, high = at.length;
  while (low < high) { const middle = (low + high) >> 1; if (at[middle] < from) low = middle + 1; else high = middle; }
  return low;
}

// Each entry in a row of its own, as long as its time may be; what finds no row is counted at the lane's foot.
function unfold({ by, width, fresh }, scene, index, known, measure) {
  const rows = new Map(scene.lanes.map(lane => [lane, []])), over = new Map();
  scene.marks = [];
  for (const entry of known) {
    const { from, to, stands } = extent(entry), left = Math.max(GUTTER - 40, scene.x(from)), right = Math.min(width + 40, scene.x(to)), isLong = right - left > LEAST_UNCERTAIN;
    const mark = Math.max(GUTTER + 12, Math.min(width - 16, isLong ? left + 12 : scene.x(stands))), full = measure(entry), begin = isLong ? Math.max(GUTTER, left) : mark - 8;
    // On the bar as long as it is, beside a mark with much room; before it where the edge of the view would cut it.
    const most = Math.max(LABEL * 1.8, isLong ? Math.min(right, width) - mark - 22 : 0), isBack = mark + Math.min(full, most) + 18 > width && begin - Math.min(full, most) - 12 > GUTTER;
    const size = Math.min(full, most, isBack ? most : Math.max(24, width - mark - 14)), end = Math.max(isLong ? right : mark + 10, isBack ? 0 : mark + size + 18), start = isBack ? begin - size - 14 : left - 4;
    for (const lane of lanesOf(entry, by).map(k => index.get(k)).filter(l => l)) {
      const own = rows.get(lane), most = Math.max(1, Math.floor((lane.height - 10) / 19));
      let n = own.findIndex(last => last.every(([a, b]) => end < a || start > b));
      if (n < 0) n = own.length;
      if (n >= most) { over.set(lane, [...(over.get(lane) ?? []), entry]); continue; }
      (own[n] ??= []).push([start, end]);
      const y = lane.top + 14 + n * 19;
      if (isLong) scene.spans.push({ entry, left, right, ...edges(scene, from, to, left, right), y, form: form(entry), isDisputed: entry.disputed, isWide: true });
      scene.marks.push({ entry, entries: 1, disputed: entry.disputed ? 1 : 0, top: entry.number, first: entry.at, last: entry.at, lane, t: stands, x: mark, y });
      scene.labels.push({ entry, lane, left: isBack ? begin - size - 8 : mark + 6, width: size, y: y + 4, base: y, isFresh: fresh.has(entry.number) });
    }
  }
  for (const [lane, entries] of over) {
    const at = entries.map(e => e.at);
    scene.marks.push({ entries: entries.length, disputed: entries.filter(e => e.disputed).length, top: entries[0].number, first: Math.min(...at), last: Math.max(...at), lane, t: at[0], x: Math.max(GUTTER + 24, width - 30), y: lane.base + 4, isRest: true });
  }
  scene.unfolded = true;
}

// What lasts or is not known to the minute is drawn as long as it may be.
function spans({ by, width }, scene, index, known) {
  const drawn = new Set(), said = new Map();
  for (const entry of known) {
    const { from, to } = extent(entry), left = Math.max(GUTTER - 40, scene.x(from)), right = Math.min(width + 40, scene.x(to));
    if (right - left < (form(entry).kind === 'lasting' ? LEAST_LASTING : LEAST_UNCERTAIN)) continue;
    for (const key of lanesOf(entry, by)) {
      const lane = index.get(key);
      // Twenty entries of one day are one day, no darker than another; "about" is said where it can be read.
      const place = lane && `${lane.key} ${Math.round(left)} ${Math.round(right)} ${form(entry).kind} ${entry.disputed}`;
      if (!lane || drawn.has(place)) continue;
      drawn.add(place);
      const words = said.get(lane) ?? [], isAbout = form(entry).kind === 'about' && right - left > 40 && words.every(at => Math.abs(at - left) > 44);
      if (isAbout) said.set(lane, [...words, left]);
      scene.spans.push({ entry, left, right, ...edges(scene, from, to, left, right), y: lane.base, form: form(entry), isDisputed: entry.disputed, isAbout });
    }
  }
}

// Where a stretch truly begins and ends, however far outside: it fades over all of its length. An open end does so within sight.
const edges = (scene, from, to, left, right) => ({ begins: from === -Infinity ? left : scene.x(from), ends: to === Infinity ? right : scene.x(to) });

function promises({ promises: all, now, byUrl, by, view, width }, scene, index) {
  const rows = new Map();
  for (const span of all) {
    const end = span.till || (span.due && span.due > now ? span.due : now);
    if (span.from > view.to || end < view.from) continue;
    const entry = byUrl.get(span.url);
    const lane = entry && lanesOf(entry, by).map(k => index.get(k)).find(l => l);
    if (!lane) continue;
    const row = rows.get(lane) ?? [], left = Math.max(GUTTER, scene.x(span.from)), right = Math.min(width, scene.x(end));
    let n = row.findIndex(last => last < left - 4);
    if (n < 0) n = row.length;
    if (n > 3) continue;
    row[n] = right;
    rows.set(lane, row);
    const due = span.due ? Math.min(width, Math.max(GUTTER, scene.x(span.due))) : undefined;
    scene.promises.push({ left, right, due: span.due && span.due < view.to && span.due > view.from ? due : undefined, late: span.due && end > span.due ? Math.max(left, due) : undefined, isOpen: !span.till, status: span.status, y: lane.base + 5 + n * 3 });
  }
}

// A band too narrow for some words of its name goes without: three letters and an ellipsis name nothing.
const NAMED = 72;

function bands({ ceasefires, view, width, now }, scene) {
  let free = 0;
  for (const span of ceasefires) {
    const end = span.till || Math.max(now, span.from);
    if (span.from > view.to || end < view.from) continue;
    const left = Math.max(GUTTER, scene.x(span.from)), right = Math.min(width, scene.x(end)), room = left >= free && right - left > NAMED;
    if (room) free = left + Math.min(right - left, 260);
    scene.bands.push({ left, right, begins: scene.x(span.from) >= GUTTER, isOpen: !span.till, title: room ? span.title : undefined, url: span.url });
  }
  scene.shades = shades(scene.bands);
  // A name ends where the next begins.
  const named = scene.bands.filter(b => b.title);
  for (const [i, band] of named.entries()) band.most = Math.min(band.right, named[i + 1]?.left ?? width, band.left + 260) - band.left - 10;
}

// Where many ceasefires lie over each other it gets no darker than with a few.
function shades(bands) {
  const bounds = bands.flatMap(b => [[b.left, b.isOpen ? .035 : .07], [Math.max(b.left + 1, b.right), b.isOpen ? -.035 : -.07]]).sort((a, b) => a[0] - b[0]), all = [];
  let weight = 0;
  for (const [i, [left, by]] of bounds.entries()) {
    weight += by;
    const right = bounds[i + 1]?.[0];
    if (right > left && weight > .001) all.push({ left, right, opacity: Math.min(.15, weight) });
  }
  return all;
}

/** Labels beside their marks, the most important first; none where it, or the line that leads to it, would lie on another. */
function labels({ by, at, width, fresh }, scene, index, known, measure) {
  const taken = new Map(scene.lanes.map(lane => [lane, Array.from({ length: lane.rows }, () => [])]));
  const first = known.find(e => e.number === at), all = [];
  for (const entry of first ? [first, ...known.filter(e => e !== first)] : known) {
    const stands = Math.max(GUTTER + 3, scene.x(extent(entry).stands));
    if (stands > width - 3) continue;
    const own = lanesOf(entry, by).map(k => index.get(k)).filter(l => l), size = Math.min(LABEL, measure(entry)), isBack = stands + size + 10 > width;
    const left = isBack ? stands - size - 10 : stands, right = left + size + 10;
    if (left < GUTTER) continue;
    for (const lane of own.slice(0, entry.number === at ? own.length : 1)) {
      const rows = taken.get(lane), isFree = (row, from, to) => row.every(([a, b]) => to < a || from > b);
      const n = rows.findIndex((row, n) => isFree(row, left - 3, right + 3) && rows.slice(0, n).every(below => isFree(below, stands - 2, stands + 2)));
      if (n < 0) continue;
      const room = [left, right];
      rows[n].push(room);
      for (const below of rows.slice(0, n)) below.push([stands - 1, stands + 1]);
      const label = { entry, lane, left: isBack ? left - 2 : left, stands, width: size, y: lane.base - 13 - n * ROW, base: lane.base, isFresh: fresh.has(entry.number) };
      scene.labels.push(label);
      all.push({ label, room, row: rows[n], isBack, full: measure(entry) });
    }
  }
  grow(all, GUTTER, width);
}

function threads({ entries, at, threads: linked, by }, scene, index) {
  const own = entries.get(at), place = entry => lanesOf(entry, by).map(k => index.get(k)).filter(l => l).map(lane => ({ x: scene.x(extent(entry).stands), y: lane.base, lane }));
  if (!own) return;
  const here = place(own);
  scene.selected = { entry: own, places: here };
  for (const number of linked) {
    const other = entries.get(number), there = other ? place(other)[0] : undefined;
    if (there && here[0] && !scene.threads.some(t => t.to.y === there.y && Math.abs(t.to.x - there.x) < 5)) scene.threads.push({ from: here[0], to: there, entry: other });
  }
}

/** The mark or label under a point. */
export function hit(scene, px, py) {
  const label = scene.labels.find(l => px >= l.left - 2 && px <= l.left + l.width + 6 && py <= l.y + 5 && py >= l.y - ROW + 4);
  if (label) return { entry: label.entry };
  let best, near = 14;
  for (const mark of scene.marks) {
    const far = Math.hypot(Math.max(0, Math.abs(mark.x - px) - (mark.half ?? 0)), (mark.y - py) * .8);
    if (far < near) [best, near] = [mark, far];
  }
  if (best) return best.entries === 1 ? { entry: best.entry, number: best.top } : { cluster: best };
  const span = scene.spans.find(s => px >= s.left && px <= s.right && Math.abs(py - s.y) < 8);
  return span ? { entry: span.entry } : undefined;
}
