// Entries that are known by more than their number, from whatever answer they came.
import { extent } from './uncertain.js';

const KEPT = 6000, SHOWN_AS_NEW = 45_000;

export class Entries {
  byNumber = new Map();
  byUrl = new Map();
  fresh = new Set();
  #newest;
  #listens = false;

  constructor(newest) { this.#newest = newest || Infinity; }

  /** From now on a number higher than any before is something that arrived. */
  listen() { this.#listens = true; }

  add(entries) {
    for (const entry of entries) {
      const before = this.byNumber.get(entry.number);
      if (before?.summary && !entry.summary) continue;
      this.byNumber.set(entry.number, before ? Object.assign(before, entry) : entry);
      this.byUrl.set(entry.url, entry);
      if (this.#listens && entry.number > this.#newest) this.#arrived(entry.number);
    }
    if (this.byNumber.size > KEPT) for (const old of [...this.byNumber.keys()].slice(0, KEPT / 3)) { this.byUrl.delete(this.byNumber.get(old).url); this.byNumber.delete(old); }
  }

  place(entry) { return extent(entry); }

  #arrived(number) {
    if (this.fresh.has(number)) return;
    this.fresh.add(number);
    setTimeout(() => this.fresh.delete(number), SHOWN_AS_NEW);
  }
}
