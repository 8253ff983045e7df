// Says that the page has become old, and offers the new one. Listens only while the page is seen: a browser allows six connections to a host.
const line = document.querySelector('[data-live]');
const about = line.dataset.about;
const changes = new Map();
const words = document.createElement('span');
const link = document.createElement('a');
let since = line.dataset.live, more = 0, source, timer;

const ofRecord = {
  published: ['This record was published again meanwhile.', 'Show it'],
  amended: ['This record was amended meanwhile.', 'Show the new revision'],
  retracted: ['This record was retracted meanwhile.', 'Show why'],
};

function connect() {
  clearTimeout(timer);
  if (source || document.hidden) return;
  source = new EventSource(`/live?about=${encodeURIComponent(about)}&since=${since}`);
  source.onmessage = event => {
    since = event.lastEventId;
    const news = JSON.parse(event.data);
    for (const { record, act } of news.changes)
      changes.set(record, act === 'amended' && changes.get(record) === 'published' ? 'published' : act);
    more += news.more;
    document.dispatchEvent(new CustomEvent('published', { detail: news }));
    show();
  };
  // After a lost connection the browser comes back by itself and says what it saw last. Refused (full, or going down), it gives up: ask again, rarely.
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    disconnect();
    timer = setTimeout(connect, 60_000 * (1 + Math.random()));
  };
}

function disconnect() {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

function show() {
  [words.textContent, link.textContent] = about.includes('/') ? ofRecord[changes.get(about)] : [counted(), 'Show'];
  // The same element every time: whoever stands on it with the keyboard stays there.
  if (link.isConnected) return;
  link.href = location.pathname + location.search;
  line.append(words, ' ', link);
}

function counted() {
  if (more) return `${changes.size + more} records changed.`;
  const count = act => [...changes.values()].filter(a => a === act).length;
  const [fresh, amended, retracted] = ['published', 'amended', 'retracted'].map(count);
  const parts = [];
  if (fresh) parts.push(`${fresh} new`);
  if (amended) parts.push(`${amended} amended`);
  if (retracted) parts.push(`${retracted} retracted`);
  return `${parts.join(', ')} ${changes.size === 1 ? 'record' : 'records'}.`;
}

document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
addEventListener('pagehide', disconnect);
addEventListener('pageshow', event => event.persisted && connect());
// After the page itself has come; who only passes through costs no connection. What is published until then is told by the position.
timer = setTimeout(connect, 1_000);
