// What the pointer is over, in a few words beside it. The list and the panel say the same to who has no pointer.
import { spoken } from './axis.js';
import { count, make } from './page.js';

const BESIDE = 14;

export class Tip {
  #what;

  constructor(stage) {
    this.stage = stage;
    this.box = make('div', { class: 'explorer-tip', 'aria-hidden': 'true', hidden: true });
    stage.append(this.box);
    document.addEventListener('keydown', event => { if (event.key === 'Escape') this.hide(); });
  }

  /** @param what Lines to say; nothing hides it. */
  show(what, x, y) {
    if (!what) { this.hide(); return; }
    const key = what.join('\n');
    if (key !== this.#what) this.box.replaceChildren(...what.map((line, n) => make('span', { class: n === 1 ? 'explorer-tip-title' : undefined }, line)));
    this.#what = key;
    this.box.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.box, left = x + BESIDE + width > this.stage.clientWidth ? x - BESIDE - width : x + BESIDE;
    this.box.style.translate = `${Math.max(0, left)}px ${Math.max(0, y + BESIDE + height > this.stage.clientHeight ? y - BESIDE - height : y + BESIDE)}px`;
  }

  hide() {
    this.#what = undefined;
    this.box.hidden = true;
  }
}

/** What to say of what was hit. */
export function tipOf(explorer, { entry, number, cluster }) {
  const one = entry ?? explorer.entries.byNumber.get(number);
  if (one) return [`${one.when} · ${one.said}`, one.title, one.disputed && 'Sources disagree'].filter(Boolean);
  if (!cluster) return ['One entry', 'Click to see it'];
  const top = explorer.entries.byNumber.get(cluster.top);
  return [
    `${cluster.lane.label}: ${count(cluster.entries, 'entry', 'entries')}${cluster.disputed ? `, in ${cluster.disputed.toLocaleString('en')} sources disagree` : ''}`,
    spoken({ from: cluster.first, to: Math.max(cluster.last, cluster.first + 60_000) }), top && `Among them: ${top.title}`,
  ].filter(Boolean);
}
