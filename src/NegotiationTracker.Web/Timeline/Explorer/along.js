// What stands below the view goes along with it: downloads, the address to cite, and the charts of what is in sight.
import { make } from './page.js';
import { toAddress } from './state.js';

export function connectAlong(explorer) {
  const tools = document.querySelector('.view-tools');
  let wait, stop, shown;
  explorer.along = { later: () => { clearTimeout(wait); wait = setTimeout(tell, 400); } };
  if (!tools) return;
  const place = make('div', { class: 'explorer-charts' }), charts = make('details', {}, make('summary', {}, 'Charts of what is in view'), place);
  tools.append(charts);
  charts.addEventListener('toggle', () => charts.open && load());

  function tell() {
    if (!explorer.view) return;
    const { state, view } = explorer, query = queryOf(toAddress({ ...state, view, lanes: 'kind', at: undefined }));
    for (const link of tools.querySelectorAll('a[href^="/api/"], a[href^="/timeline/charts"]')) link.href = new URL(link.href).pathname + query;
    const save = tools.querySelector('a[href^="/account/views"]');
    if (save) save.href = `/account/views?view=${encodeURIComponent(toAddress({ ...state, view, at: undefined }))}`;
    const cite = tools.querySelector('[data-cite]');
    if (cite) cite.textContent = location.origin + toAddress({ ...state, view, asOf: state.asOf ?? new Date().toISOString().slice(0, 10) });
    if (charts.open) load();
  }

  // The page of charts has them with their tables and downloads; they are shown here as they stand there.
  async function load() {
    const address = tools.querySelector('a[href^="/timeline/charts"]').href;
    if (address === shown) return;
    stop?.abort();
    stop = new AbortController();
    place.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(address, { signal: stop.signal });
      const found = response.ok && new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-charts]');
      if (!found) throw new Error();
      for (const heading of found.querySelectorAll('h2')) heading.replaceWith(make('h3', { id: heading.id }, ...heading.childNodes));
      place.replaceChildren(found);
      shown = address;
    } catch (fault) {
      if (fault.name !== 'AbortError') place.replaceChildren(make('p', { class: 'notice' }, 'The charts can’t be shown just now. ', make('a', { href: address }, 'Their own page')));
    } finally {
      place.removeAttribute('aria-busy');
    }
  }
}

const queryOf = address => (address.includes('?') ? address.slice(address.indexOf('?')) : '');
