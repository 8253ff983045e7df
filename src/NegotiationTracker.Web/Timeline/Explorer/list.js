// The list beside the drawing: the same entries in the same order, for who reads, listens or uses a thumb.
import { count, json, make } from './page.js';
import { known } from './tiles.js';
import { lanesOf } from './layout.js';
import { spoken } from './axis.js';

const WHOLE = 200, PAGE = 60;

export class List {
  /** Numbers of all entries of the view, where it has few enough to be known whole. */
  whole = [];
  shown = [];
  counted = '';
  isTold = false;
  #asking;
  #wait;
  #told;
  #turn = 0;

  constructor(explorer) {
    this.explorer = explorer;
    this.list = explorer.find('list');
    this.list.addEventListener('focusin', event => this.#choose(event.target));
    this.list.addEventListener('click', event => { if (!event.target.closest('a')) this.#choose(event.target, true); });
    this.list.addEventListener('pointerover', event => explorer.point(Number(event.target.closest('li')?.dataset.number) || undefined));
    this.list.addEventListener('pointerleave', () => explorer.point(undefined));
  }

  /** Tells the list again when the view rests. */
  later() {
    this.isTold = false;
    this.#turn++;
    clearTimeout(this.#wait);
    this.#wait = setTimeout(() => this.#tell(), 220);
  }

  /** The record changed: the list is asked for again. */
  renew() {
    this.#told = undefined;
    this.#asking?.stop.abort();
    this.#asking = undefined;
    this.later();
  }

  mark() {
    for (const item of this.list.children) item.toggleAttribute('data-chosen', Number(item.dataset.number) === this.explorer.state.at);
  }

  async #tell() {
    const { explorer } = this, { view } = explorer, turn = this.#turn;
    if (!view || explorer.isMoved) { if (view) this.later(); return; }
    const asked = `${view.from}/${view.to}/${explorer.asked}/${explorer.entries.fresh.size}`;
    if (asked !== this.#told) {
      try {
        const { entries, next } = await this.#ask(asked);
        const all = entries.map(known);
        explorer.entries.add(all);
        this.#told = asked;
        this.whole = next ? [] : all.map(e => e.number);
        explorer.draw();
      } catch (fault) {
        if (fault.name === 'AbortError') return;
        this.#asking = undefined;
        this.whole = [];
      }
    }
    // What was asked before the view moved on tells nothing of where it is now; that is told next.
    if (turn !== this.#turn) return;
    this.#render(this.whole.length ? this.whole.map(n => explorer.entries.byNumber.get(n)).filter(e => e && touches(explorer, e)) : inView(explorer), this.whole.length > 0);
    explorer.weigh(this.shown);
    this.isTold = true;
  }

  // One question at a time: the same is not asked again while it is under way, another takes its place.
  #ask(asked) {
    const { explorer } = this, { view } = explorer;
    if (this.#asking?.asked !== asked) {
      this.#asking?.stop.abort();
      this.#render(inView(explorer), false);
      const stop = new AbortController();
      const query = new URLSearchParams([...explorer.state.filters, ['from', day(view.from)], ['to', day(view.to - 1)], ['limit', WHOLE], ...(explorer.state.asOf ? [['asof', explorer.state.asOf]] : [])]);
      this.#asking = { asked, stop, answer: json(`/api/v1/timeline?${query}`, stop.signal) };
    }
    return this.#asking.answer;
  }

  #render(entries, isWhole) {
    const { explorer } = this, { by, labels } = { by: explorer.state.lanes, labels: new Map((explorer.lanes ?? []).map(l => [l.key, l.label])) };
    this.shown = entries.toSorted((a, b) => a.at - b.at || a.number - b.number);
    const total = isWhole ? this.shown.length : Math.max(this.shown.length, by === 'kind' ? explorer.sceneOf(explorer.width || 800).total : 0);
    this.counted = isWhole ? `${count(total, 'entry', 'entries')} in view` : by === 'kind' ? `${count(total, 'entry', 'entries')} in view, the ${this.shown.length} that matter most are listed` : `The ${this.shown.length} entries that matter most are listed; zoom in to see all`;
    explorer.say('count', `${spoken(explorer.view)}: ${this.counted.toLowerCase()}.`);
    const focused = this.list.contains(document.activeElement) ? Number(document.activeElement.closest('li')?.dataset.number) : undefined;
    const kept = new Map([...this.list.children].map(item => [Number(item.dataset.number), item]));
    const items = this.shown.slice(0, explorer.isNarrow ? PAGE * 2 : WHOLE).map(entry => kept.get(entry.number) ?? itemOf(entry));
    for (const [i, item] of items.entries()) {
      const entry = this.shown[i], lanes = lanesOf(entry, by).map(k => labels.get(k)).filter(l => l);
      item.querySelector('[data-lanes]').textContent = by === 'kind' ? '' : lanes.join(', ');
      item.toggleAttribute('data-fresh', explorer.entries.fresh.has(entry.number));
    }
    if (items.length !== this.list.children.length || items.some((item, i) => this.list.children[i] !== item)) this.list.replaceChildren(...items);
    if (focused) this.list.querySelector(`[data-number="${focused}"] a`)?.focus({ preventScroll: true });
    this.mark();
  }

  #choose(target, isShown = false) {
    const number = Number(target.closest('li')?.dataset.number), entry = this.explorer.entries.byNumber.get(number);
    if (!entry || this.explorer.state.at === number) return;
    this.explorer.select(number, { isStep: isShown });
    if (!this.explorer.isNarrow) this.explorer.reveal(entry);
  }
}

const day = t => new Date(t).toISOString().slice(0, 10);

function touches(explorer, entry) {
  const { from, to, stands } = explorer.entries.place(entry), { view } = explorer;
  return (stands >= view.from && stands < view.to) || (from < view.from && to > view.from) || (entry.at >= view.from && entry.at < view.to);
}

const inView = explorer => {
  const seen = new Map();
  for (const { tile } of explorer.tiles.pieces(explorer.view, explorer.level)) for (const { number } of tile.entries) if (explorer.entries.byNumber.has(number)) seen.set(number, explorer.entries.byNumber.get(number));
  return [...seen.values()].filter(e => touches(explorer, e));
};

const itemOf = entry => make('li', { 'data-number': entry.number, 'data-mark': entry.mark },
  make('p', { class: 'when' }, entry.when),
  make('p', {}, make('span', { class: 'label' }, entry.said), entry.disputed && make('span', { class: 'explorer-disputed' }, ' sources disagree'), make('a', { href: entry.url }, entry.title), make('span', { class: 'aside', 'data-lanes': '' })));
