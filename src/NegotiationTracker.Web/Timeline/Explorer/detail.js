// What is known of one entry, beside the view; or what a cluster holds that no zoom splits.
import { count, json, make } from './page.js';
import { known } from './tiles.js';

// What other records are to the one shown: what it refers to, and (-of) what refers to it.
const THREADS = {
  'same-record': 'The same record', made: 'Made here', 'made-of': 'Came out of', 'made-in': 'Made in', 'made-in-of': 'Promised here', 'agreed-in': 'Agreed in', 'agreed-in-of': 'Agreed here',
  follows: 'Before it', 'follows-of': 'After it', talks: 'The talks', 'talks-of': 'Delegations to it', discussed: 'Discussed', 'discussed-of': 'Discussed in', about: 'Is about', 'about-of': 'Said about it',
  evidence: 'Shown by', 'evidence-of': 'Shows a step of', by: 'Changed by', 'by-of': 'Changed', differs: 'Differs from', 'differs-of': 'Differs from',
};

export class Detail {
  #stop;

  constructor(explorer) {
    this.explorer = explorer;
    this.panel = explorer.find('detail');
    this.body = explorer.find('facts');
    explorer.find('close').addEventListener('click', () => { explorer.select(undefined); this.close(); explorer.canvas.focus(); });
  }

  close() {
    this.#stop?.abort();
    this.explorer.threads = [];
    this.panel.hidden = true;
    this.explorer.draw();
  }

  async open(number) {
    const { explorer } = this, near = explorer.entries.byNumber.get(number);
    this.#begin();
    if (near) this.#show(head(near)); else this.#show(make('p', {}, 'Asking for the entry …'));
    try {
      const detail = await json(`/api/v1/timeline/entries/${number}`, this.#stop.signal);
      if (explorer.state.at !== number) return;
      const entry = known(detail.entry), threads = detail.threads.map(known);
      explorer.entries.add([entry, ...threads]);
      explorer.threads = threads.map(t => t.number);
      this.#show(...whole(entry, detail, thread => this.#link(thread)));
      if (!near) explorer.reveal(entry);
      explorer.draw();
      explorer.say('status', `${entry.when}, ${entry.said}: ${entry.title}. ${count(entry.sources, 'source', 'sources')}.${entry.disputed ? ' Sources disagree.' : ''}`);
    } catch (fault) {
      if (fault.name !== 'AbortError') this.#show(near && head(near), make('p', { class: 'notice' }, `More of this entry can’t be shown. ${fault.message}`));
    }
  }

  /** The entries of a cluster that stand at one moment. */
  async contents(cluster, by) {
    const { explorer } = this, day = t => new Date(t).toISOString().slice(0, 10), query = new URLSearchParams(explorer.state.filters);
    for (const [name, value] of [['from', day(cluster.first)], ['to', day(Math.max(cluster.first, cluster.last - 1))], ['limit', 100], [by, cluster.lane.key]]) query.set(name, value);
    if (explorer.state.asOf) query.set('asof', explorer.state.asOf);
    this.#begin();
    this.#show(make('p', { class: 'label' }, cluster.lane.label), make('h2', {}, `${count(cluster.entries, 'entry', 'entries')} that stand together`));
    try {
      const { entries, next } = await json(`/api/v1/timeline?${query}`, this.#stop.signal);
      const here = entries.map(known).filter(e => e.at >= cluster.first - 1000 && e.at <= Math.max(cluster.last, cluster.first + 1000)).reverse();
      explorer.entries.add(here);
      this.body.append(make('ol', { class: 'plain explorer-threads' }, here.map(e => make('li', {}, this.#link(e)))), next && make('p', { class: 'aside' }, 'The list has more of them.') || '');
    } catch (fault) {
      if (fault.name !== 'AbortError') this.body.append(make('p', { class: 'notice' }, fault.message));
    }
  }

  #begin() {
    this.#stop?.abort();
    this.#stop = new AbortController();
    this.panel.hidden = false;
  }

  #show(...parts) { this.body.replaceChildren(...parts.filter(p => p)); }

  // A thread leads to its entry in the view; opened otherwise than by a plain click it is the record's page.
  #link(entry) {
    const link = make('a', { href: entry.url }, entry.title);
    link.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.explorer.select(entry.number);
      this.explorer.reveal(entry);
    });
    link.addEventListener('pointerenter', () => this.explorer.point(entry.number));
    link.addEventListener('pointerleave', () => this.explorer.point(undefined));
    return make('span', {}, make('span', { class: 'aside when' }, `${entry.when} · ${entry.said}`), link);
  }
}

const head = entry => make('div', {}, make('p', { class: 'label' }, entry.said), make('h2', {}, make('a', { href: entry.url }, entry.title)), make('p', { class: 'when' }, entry.when));

function whole(entry, { names, sources, conflict, threads, until, title }, link) {
  const fact = (name, ...what) => what.some(w => w && w.length !== 0) && make('div', {}, make('dt', {}, name), make('dd', {}, ...what));
  const links = (kind, slugs, by) => slugs.flatMap((slug, i) => [i > 0 && ', ', make('a', { href: `/${kind}/${slug}` }, by[slug] ?? slug)]);
  const groups = Map.groupBy ? Map.groupBy(threads, t => t.thread) : new Map([['', threads]]);
  return [
    head(entry),
    until && make('p', { class: 'notice' }, 'The record says otherwise now: this entry is of a former revision.'),
    entry.note && make('p', { class: 'aside' }, entry.note),
    entry.summary && make('p', {}, entry.summary),
    conflict.length > 0 && make('div', { class: 'explorer-conflict' }, make('p', { class: 'label' }, 'Sources disagree'), conflict.map(c => make('div', {}, make('p', {}, make('b', {}, c.field), c.note ? `: ${c.note}` : ''), make('ul', { class: 'plain' }, c.values.map(v => make('li', { class: v.setAside && 'deprecated' }, v.value, v.claimants.length > 0 && make('span', { class: 'aside' }, ` ${v.claimants.join(', ')}`))))))),
    make('dl', { class: 'facts' },
      fact('Place', entry.place), fact('Parties', ...links('parties', entry.parties, names.parties)), fact('People', ...links('people', entry.people, names.people)),
      title !== entry.title && fact('Record', make('a', { href: entry.url }, title))),
    threads.length > 0 && make('div', {}, make('p', { class: 'label' }, 'Hangs together with'),
      [...groups].map(([thread, group]) => make('div', {}, groups.size > 1 && make('p', { class: 'aside' }, said(thread)), make('ol', { class: 'plain explorer-threads' }, group.map(t => make('li', {}, link(t))))))),
    make('div', {}, make('p', { class: 'label' }, count(entry.sources, 'source', 'sources')),
      make('ol', { class: 'plain explorer-sources' }, sources.map(s => make('li', {}, make('a', { href: s.page }, s.title), make('span', { class: 'aside' }, ` ${[s.publisher, s.date].filter(x => x).join(', ')}`))))),
    make('p', {}, make('a', { class: 'explorer-open', href: entry.url }, 'Open the record')),
  ].filter(p => p);
}

const said = thread => THREADS[thread] ?? 'Related';
