// What the reader looks at, as the address says it: from, to, lanes, filters, the selected entry, the day as known on.
import { read, written, DAY } from './axis.js';

export const lanesBy = ['kind', 'party', 'process', 'person', 'topic'];
const filterNames = ['q', 'kind', 'process', 'party', 'person', 'topic', 'place', 'disputed', 'status'];

/** The state that an address holds. The view is undefined where the address leaves it open. */
export function fromAddress(search) {
  const query = new URLSearchParams(search);
  const from = read(query.get('from'), false), to = read(query.get('to'), true);
  return {
    view: from !== undefined && to > from ? { from, to } : undefined,
    lanes: lanesBy.includes(query.get('lanes')) ? query.get('lanes') : 'kind',
    filters: filterNames.filter(n => query.get(n)).map(n => [n, query.get(n)]),
    at: Number(query.get('at')) || undefined,
    asOf: /^\d{4}-\d\d-\d\d$/.test(query.get('asof') ?? '') ? query.get('asof') : undefined,
  };
}

/** The address of a state. A view of whole days ends with the last of them, as the list reads it. */
export function toAddress({ view, lanes, filters, at, asOf }) {
  const query = new URLSearchParams(filters);
  if (view) {
    const length = view.to - view.from, days = length > 20 * DAY;
    query.set('from', written(days ? view.from + DAY / 2 : view.from, length));
    query.set('to', written(days ? view.to - DAY / 2 : view.to, length));
  }
  if (lanes !== 'kind') query.set('lanes', lanes);
  if (at) query.set('at', at);
  if (asOf) query.set('asof', asOf);
  const text = query.toString().replaceAll('%3A', ':');
  return location.pathname + (text ? `?${text}` : '');
}

/** What of a state the server is asked with, beside the window. */
export const asked = ({ lanes, filters, asOf }) => new URLSearchParams([['lanes', lanes], ...filters, ...(asOf ? [['asof', asOf]] : [])]).toString();

/** Writes states into the browser's history: moves that follow each other closely are one step back. */
export class History {
  #lastMove = 0;

  constructor(onBack) {
    addEventListener('popstate', () => { this.#lastMove = 0; onBack(fromAddress(location.search)); });
  }

  moved(state) {
    const near = performance.now() - this.#lastMove < 2500;
    this.#write(state, !near);
    this.#lastMove = performance.now();
  }

  chosen(state) {
    this.#lastMove = 0;
    this.#write(state, true);
  }

  replaced(state) {
    this.#write(state, false);
  }

  #write(state, isStep) {
    const address = toAddress(state);
    if (address === location.pathname + location.search) return;
    history[isStep ? 'pushState' : 'replaceState'](null, '', address);
  }
}
