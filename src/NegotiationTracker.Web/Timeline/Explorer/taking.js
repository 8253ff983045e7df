// Downloads, citation, saved view and charts below the drawing are of what the reader sees.
import { toAddress } from './state.js';
import { make } from './page.js';

const day = t => new Date(t).toISOString().slice(0, 10);

/** What of a state the pages and downloads of a selection are asked with: whole days. */
const selection = ({ view, filters, asOf }, isPast = true) =>
  new URLSearchParams([...filters, ...(view ? [['from', day(view.from)], ['to', day(view.to - 1)]] : []), ...(asOf && isPast ? [['asof', asOf]] : [])]);

/** Keeps what leads on from the timeline in step with it: the list, the form of a past day, and the links of the section under it. */
export function follow(state, root) {
  const list = root.querySelector('[data-part="as-list"]');
  if (list) list.href = `${location.pathname}?${new URLSearchParams([...selection(state), ['view', 'list']])}`;
  past(state);
  const section = document.querySelector('.view-tools');
  if (!section) return;
  for (const link of section.querySelectorAll('a[href]')) {
    const address = new URL(link.href);
    if (address.pathname === '/account/views') address.searchParams.set('view', toAddress(state));
    else address.search = selection(state, address.pathname !== '/timeline/charts');
    link.href = address.pathname + address.search;
  }
  const cite = section.querySelector('[data-cite]');
  if (cite) cite.textContent = new URL(toAddress({ ...state, asOf: state.asOf ?? new URL(cite.textContent).searchParams.get('asof') }), location).href;
}

// The day as known on is chosen in a form of the server's: it keeps the view, the lanes and the filters.
function past(state) {
  const box = document.querySelector('.as-known'), form = box?.querySelector('form');
  if (!form) return;
  const here = new URL(toAddress({ ...state, asOf: undefined, at: undefined }), location);
  for (const old of form.querySelectorAll('input[type="hidden"]')) old.remove();
  form.prepend(...[...here.searchParams].map(([name, value]) => make('input', { type: 'hidden', name, value })));
  for (const link of form.querySelectorAll('a[href^="/timeline"]')) link.href = here.pathname + here.search;
}

/** The charts of the same selection, fetched when somebody opens them. */
export class Charts {
  #stop;
  #wait;
  #shown;

  constructor(explorer) {
    this.explorer = explorer;
    this.box = explorer.find('charts');
    this.box.addEventListener('toggle', () => this.later(0));
  }

  later(wait = 800) {
    clearTimeout(this.#wait);
    if (this.box.open) this.#wait = setTimeout(() => this.#show(), wait);
  }

  async #show() {
    const asked = `/timeline/charts?${selection(this.explorer.state, false)}`, place = this.explorer.find('figures');
    if (asked === this.#shown) return;
    this.#stop?.abort();
    this.#stop = new AbortController();
    if (!place.children.length) place.replaceChildren(make('p', { class: 'aside' }, 'Asking for the charts …'));
    try {
      const response = await fetch(asked, { signal: this.#stop.signal });
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      place.replaceChildren(...page.querySelectorAll('[data-charts] > *'));
      this.#shown = asked;
    } catch (fault) {
      if (fault.name !== 'AbortError') place.replaceChildren(make('p', { class: 'notice' }, 'The charts can’t be had just now.'));
    }
  }
}
