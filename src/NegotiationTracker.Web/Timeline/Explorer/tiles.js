// Pieces of the timeline as the server counted them, kept by address. Draws never wait: what is not there is asked for, and something coarser or finer stands in.
import { tileLength, tilesOver, EARLIEST, LATEST } from './axis.js';

// While a hand zooms, levels go by faster than they can be read: what is wanted is asked for after so many milliseconds, as it is by then.
const KEPT = 60, AT_ONCE = 4, PAUSE = 100;
const window_ = '/api/v1/timeline/window';

/** A window's answer as drawing needs it. */
export function parsed(answer, from, to) {
  const start = Date.parse(answer.from);
  return {
    from, to, slot: answer.slotSeconds * 1000, total: answer.total, cut: answer.cut, names: answer.names, spans: answer.spans.map(s => ({ ...s, from: Date.parse(s.from), due: Date.parse(s.due), till: Date.parse(s.till) })),
    entries: answer.entries.map(known),
    lanes: new Map(answer.lanes.map(lane => [lane.key, { label: lane.label, total: lane.total, slots: slotsOf(lane.slots, start) }])),
  };
}

/** An entry with its moments as numbers. An open end has none. */
export const known = entry => ({ ...entry, at: Date.parse(entry.at), till: entry.till ? Date.parse(entry.till) : undefined });

function slotsOf(numbers, start) {
  const count = numbers.length / 4, slots = { at: new Float64Array(count), entries: new Int32Array(count), disputed: new Int32Array(count), top: new Float64Array(count) };
  for (let i = 0, at = start; i < count; i++) {
    slots.at[i] = at += numbers[4 * i] * 1000;
    slots.entries[i] = numbers[4 * i + 1];
    slots.disputed[i] = numbers[4 * i + 2];
    slots.top[i] = numbers[4 * i + 3];
  }
  return slots;
}

export const windowAddress = (from, to, asked) => `${window_}?from=${stamp(from)}&to=${stamp(to)}&width=1024&${asked}`;
const stamp = t => `${new Date(Math.min(LATEST, Math.max(EARLIEST, t))).toISOString().slice(0, 19)}Z`;

export class Tiles {
  #tiles = new Map();
  #loading = new Map();
  #queue = [];
  #stale = new Map();
  #failed = new Map();
  #wanted = [];
  #asking;
  #askedAt = -PAUSE;

  /** @param onTile Called with every tile that arrives. @param onFault Called with a sentence, or with nothing when it works again. */
  constructor(onTile, onFault) {
    this.asked = '';
    this.overview = undefined;
    this.onTile = onTile;
    this.onFault = onFault;
  }

  /** Another question: what answered the former one is dropped when it has something to be replaced by. */
  ask(asked) {
    if (asked === this.asked) return;
    this.asked = asked;
    this.refresh(false);
  }

  /** The record changed: what is kept is drawn until its successor is there. */
  refresh(keepsDrawing = true) {
    for (const { stop } of this.#loading.values()) stop.abort();
    this.#loading.clear();
    this.#queue = [];
    this.#failed.clear();
    if (keepsDrawing) for (const [key, tile] of this.#tiles) this.#stale.set(key, tile);
    else this.#stale.clear();
    this.#tiles.clear();
  }

  /** The whole record in one tile: the overview, and what stands in for everything else. */
  async whole(from, to) {
    const asked = this.asked;
    const answer = await this.#fetch(windowAddress(from, to, asked));
    if (asked !== this.asked) return undefined;
    return this.overview = parsed(answer, from, to);
  }

  /** Asks for the tiles of a view, and then for those beside it; stops what is no longer wanted. */
  want(view, level) {
    const needed = tilesOver(view, level), beside = [needed[0] - 1, needed.at(-1) + 1];
    this.#wanted = [...needed, ...beside].map(n => `${level}/${n}`);
    // Not within the frame, which is to be drawn first.
    this.#asking ??= setTimeout(() => { this.#asking = undefined; this.#askedAt = performance.now(); this.#askFor(this.#wanted); }, Math.max(0, this.#askedAt + PAUSE - performance.now()));
  }

  #askFor(keys) {
    for (const [key, { stop }] of this.#loading)
      if (!keys.includes(key)) { stop.abort(); this.#loading.delete(key); }
    this.#queue = keys.filter(key => !this.#tiles.has(key) && !this.#loading.has(key) && !(this.#failed.get(key) > performance.now()));
    this.#next();
  }

  /** What there is to draw a view with: stretches of tiles in the order of time. */
  pieces(view, level) {
    return tilesOver(view, level).flatMap(n => this.#piece(level, n, 0));
  }

  all = () => this.#tiles.values();

  isWhole(view, level) {
    return tilesOver(view, level).every(n => this.#tiles.has(`${level}/${n}`));
  }

  #piece(level, n, depth) {
    const length = tileLength(level), from = n * length, to = from + length;
    const own = this.#take(`${level}/${n}`);
    if (own) return [{ tile: own, from, to }];
    for (let up = 1; up < 4; up++) {
      const coarser = this.#take(`${level + up}/${Math.floor(n / 2 ** up)}`);
      if (coarser) return [{ tile: coarser, from, to }];
    }
    if (depth < 2 && level > 0 && [2 * n, 2 * n + 1].some(m => this.#has(`${level - 1}/${m}`))) return [2 * n, 2 * n + 1].flatMap(m => this.#piece(level - 1, m, depth + 1));
    return this.overview ? [{ tile: this.overview, from, to }] : [];
  }

  #has = key => this.#tiles.has(key) || this.#stale.has(key);

  #take(key) {
    const tile = this.#tiles.get(key);
    if (!tile) return this.#stale.get(key);
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    return tile;
  }

  #next() {
    while (this.#loading.size < AT_ONCE && this.#queue.length) this.#load(this.#queue.shift());
  }

  async #load(key) {
    const [level, n] = key.split('/').map(Number), length = tileLength(level), stop = new AbortController();
    this.#loading.set(key, { stop });
    try {
      const answer = await this.#fetch(windowAddress(n * length, (n + 1) * length, this.asked), stop.signal);
      if (stop.signal.aborted) return;
      const tile = parsed(answer, n * length, (n + 1) * length);
      this.#tiles.set(key, tile);
      this.#stale.delete(key);
      if (this.#tiles.size > KEPT) this.#tiles.delete(this.#tiles.keys().next().value);
      this.onTile(tile);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      this.#failed.set(key, performance.now() + 5000);
    } finally {
      if (this.#loading.get(key)?.stop === stop) this.#loading.delete(key);
      this.#next();
    }
  }

  async #fetch(address, signal) {
    try {
      const response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
      const answer = await response.json();
      if (!response.ok) throw new Error(Object.values(answer.errors ?? {}).flat()[0] ?? answer.detail ?? answer.title ?? `The server answered ${response.status}.`);
      this.onFault();
      return answer;
    } catch (fault) {
      if (fault.name !== 'AbortError') this.onFault(fault instanceof TypeError || fault instanceof SyntaxError ? 'The server can’t be reached just now: what was loaded before is shown.' : fault.message);
      throw fault;
    }
  }
}
