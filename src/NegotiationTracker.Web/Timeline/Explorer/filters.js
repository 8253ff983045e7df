// The filters of the page are links and a form. Here they change the drawing in place; the server draws the column anew, with its counts.

export function connectFilters(explorer) {
  const column = document.querySelector('.filters');
  let stop, wait;
  explorer.filters = {
    later: () => { clearTimeout(wait); wait = setTimeout(() => (explorer.isMoved ? explorer.filters.later() : renew()), 1200); },
    now: () => { clearTimeout(wait); renew(); },
  };
  if (!column) return;

  column.addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || new URL(link.href).pathname !== location.pathname) return;
    event.preventDefault();
    choose(new URL(link.href).searchParams);
  });
  column.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'get' || new URL(form.action).pathname !== location.pathname) return;
    event.preventDefault();
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const before = new URLSearchParams(location.search), isPeriod = ['from', 'to'].some(n => (query.get(n) ?? '') !== (form.elements[n]?.defaultValue ?? before.get(n) ?? ''));
    if (isPeriod) { location.assign(`${location.pathname}?${query}`); return; }
    choose(query);
  });

  // What a link says of the period is what the server last knew of it; the view knows better.
  function choose(query) {
    for (const name of ['from', 'to', 'asof', 'after', 'before', 'lanes', 'at', 'view', 'size', 'sort']) query.delete(name);
    column.querySelector(':popover-open')?.hidePopover();
    explorer.choose({ filters: [...query] }, true);
    explorer.filters.now();
  }

  async function renew() {
    stop?.abort();
    stop = new AbortController();
    const { signal } = stop, address = new URL(location);
    for (const name of ['lanes', 'at']) address.searchParams.delete(name);
    try {
      const response = await fetch(address, { signal });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html'), fresh = page.querySelector('.filters');
      if (!fresh || signal.aborted) return;
      const { href, name } = column.contains(document.activeElement) ? document.activeElement : {};
      if (name) return;
      const wasOpen = column.querySelector(':popover-open');
      column.replaceChildren(...fresh.childNodes);
      if (wasOpen) column.querySelector('[popover]')?.showPopover();
      const texts = a => a.textContent.replace(/[\d,\s]|remove/g, '');
      if (href) [...column.querySelectorAll('a')].find(a => a.href === href || texts(a) === texts(document.activeElement))?.focus({ preventScroll: true });
      document.title = page.title;
    } catch {
      // The old column stands; its links still work.
    }
  }
}
