// From a view and what was counted to what is drawn: no canvas, no page, the same for the screen, the picture and the list.
import { ticks } from './axis.js';
import { extent, form } from './uncertain.js';

export const ROW = 17, AXIS = 40, GUTTER = 112, LANE = 62;
const CLUSTER = 22, LABEL = 230, LEAST_SPAN = 9;

/** The key of the lanes that an entry stands in. */
export const lanesOf = (entry, by) => (by === 'kind' ? [entry.record] : by === 'party' ? entry.parties : by === 'process' ? entry.processes : by === 'person' ? entry.people : entry.topics);

/**
 * @param frame view, width, height, by (lanes), lanes ([{key, label, total}]), pieces, entries (Map by number), at (selected), threads, now, asOf, promises, ceasefires
 * @param measure Width of a label's text in pixels, at most LABEL.
 */
export function laidOut(frame, measure) {
  const { view, width } = frame, scale = (width - GUTTER) / (view.to - view.from);
  const x = t => GUTTER + (t - view.from) * scale;
  const lanes = placed(frame);
  const scene = { width, height: lanes.height, x, view, lanes: lanes.all, axis: ticks(view, width - GUTTER), bands: [], bars: [], marks: [], spans: [], promises: [], labels: [], threads: [], total: 0 };
  const index = new Map(lanes.all.map(lane => [lane.key, lane]));
  const known = knownIn(frame);
  cluster(frame, scene, index, scale);
  spans(frame, scene, index, known);
  promises(frame, scene, index);
  bands(frame, scene);
  labels(frame, scene, index, known, measure);
  threads(frame, scene, index);
  return scene;
}

function placed({ lanes, height }) {
  const each = Math.max(44, Math.min(96, (height - AXIS) / Math.max(1, lanes.length)));
  return { all: lanes.map((lane, i) => ({ ...lane, top: AXIS + i * each, height: each, base: AXIS + (i + 1) * each - 15, rows: Math.max(1, Math.floor((each - 28) / ROW)) })), height: AXIS + each * lanes.length };
}

// The entries of the view that are known by more than their number, what matters most first.
function knownIn({ pieces, view, entries, more }) {
  const seen = new Map();
  for (const { tile } of pieces)
    for (const { number } of tile.entries) if (!seen.has(number) && entries.has(number)) seen.set(number, entries.get(number));
  for (const number of more) if (entries.has(number)) seen.set(number, entries.get(number));
  return [...seen.values()].filter(e => { const { from, to } = extent(e); return from < view.to && to > view.from; }).sort((a, b) => b.importance - a.importance || a.number - b.number);
}

/** Slots that lie near each other become one cluster; the bounds between clusters stay where they are while the view moves, and halve when it is zoomed. */
function cluster({ pieces, view, entries }, scene, index, scale) {
  const length = 2 ** Math.ceil(Math.log2(CLUSTER / scale));
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
        if (at < view.to && middle >= view.from) scene.total += count;
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
}

function firstFrom(at, from) {
  let low = 0, high = at.length;
  while (low < high) { const middle = (low + high) >> 1; if (at[middle] < from) low = middle + 1; else high = middle; }
  return low;
}

// What lasts or is not known to the minute is drawn as long as it may be.
function spans({ by, width }, scene, index, known) {
  for (const entry of known) {
    const { from, to } = extent(entry), left = Math.max(GUTTER - 40, scene.x(from)), right = Math.min(width + 40, scene.x(to));
    if (right - left < LEAST_SPAN) continue;
    for (const key of lanesOf(entry, by)) {
      const lane = index.get(key);
      if (lane) scene.spans.push({ entry, left, right, y: lane.base, form: form(entry), isDisputed: entry.disputed });
    }
  }
}

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

function bands({ ceasefires, view, width, now }, scene) {
  for (const span of ceasefires) {
    const end = span.till || Math.max(now, span.from);
    if (span.from > view.to || end < view.from) continue;
    scene.bands.push({ left: Math.max(GUTTER, scene.x(span.from)), right: Math.min(width, scene.x(end)), isOpen: !span.till, title: span.title, url: span.url });
  }
}

/** Labels beside their marks, the most important first; none where it would lie on another. */
function labels({ by, at, width, fresh }, scene, index, known, measure) {
  const taken = new Map(scene.lanes.map(lane => [lane, Array.from({ length: lane.rows }, () => [])]));
  const first = known.find(e => e.number === at);
  for (const entry of first ? [first, ...known.filter(e => e !== first)] : known) {
    const stands = Math.max(GUTTER + 3, scene.x(extent(entry).stands));
    if (stands > width - 12) continue;
    const own = lanesOf(entry, by).map(k => index.get(k)).filter(l => l);
    for (const lane of own.slice(0, entry.number === at ? own.length : 1)) {
      const size = Math.min(LABEL, measure(entry)), left = Math.max(GUTTER + 3, Math.min(stands, width - size - 4)), right = left + size + 12;
      const row = taken.get(lane).findIndex(row => row.every(([from, to]) => right < from || left - 4 > to));
      if (row < 0) continue;
      taken.get(lane)[row].push([left, right]);
      scene.labels.push({ entry, lane, left, stands, width: size, y: lane.base - 13 - row * ROW, base: lane.base, isFresh: fresh.has(entry.number) });
    }
  }
}

function threads({ entries, at, threads: linked, by }, scene, index) {
  const own = entries.get(at), place = entry => lanesOf(entry, by).map(k => index.get(k)).filter(l => l).map(lane => ({ x: scene.x(extent(entry).stands), y: lane.base }));
  if (!own) return;
  const here = place(own);
  scene.selected = { entry: own, places: here };
  for (const number of linked) {
    const other = entries.get(number), there = other ? place(other)[0] : undefined;
    if (there && here[0]) scene.threads.push({ from: here[0], to: there, entry: other });
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
