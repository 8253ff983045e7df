// The explorer of the timeline: puts its parts together. Draws what it has, asks for what it lacks, and keeps the address true.
import { DAY, levelOf, moved, spoken, within, zoomed, SHORTEST } from './axis.js';
import { AXIS, GUTTER, hit, laidOut, lanesOf } from './layout.js';
import { Glide, listen } from './moves.js';
import { extentOf, Overview } from './overview.js';
import { Painter } from './paint.js';
import { asked, fromAddress, History } from './state.js';
import { Tiles } from './tiles.js';
import { Entries } from './entries.js';
import { Detail } from './detail.js';
import { List } from './list.js';
import { steps } from './steps.js';
import { connectFilters } from './filters.js';
import { connectTools } from './tools.js';
import { connectAlong } from './along.js';

const NARROW = matchMedia('(max-width: 39.99rem)');

export class Explorer {
  constructor(root) {
    this.root = root;
    this.find = name => root.querySelector(`[data-part="${name}"]`);
    this.range = { from: Number(root.dataset.from), to: Number(root.dataset.to) };
    this.entries = new Entries(Number(root.dataset.newest));
    this.state = fromAddress(location.search);
    this.view = this.state.view;
    this.glide = new Glide();
    this.threads = [];
    this.weights = new Map();
    this.heavy = new Map();
    this.canvas = this.find('canvas');
    this.painter = new Painter(this.canvas);
    this.overview = new Overview(this.find('overview'), (view, isHeld) => (isHeld ? this.showAt(view) : this.show(view)));
    this.tiles = new Tiles(tile => { this.entries.add(tile.entries); this.draw(); this.list.later(); }, fault => this.say('fault', fault));
    this.history = new History(state => this.restore(state));
    this.detail = new Detail(this);
    this.list = new List(this);
    listen(this.canvas, {
      pan: by => this.pan(by), zoom: (factor, x) => this.showAt(zoomed(this.view, factor, this.timeAt(x))), settle: () => this.settled(),
      zoomTo: (factor, x) => this.show(zoomed(this.view, factor, this.timeAt(x))), press: (x, y) => this.press(x, y), hover: (x, y) => this.hover(x, y), key: event => steps(this, event),
    });
    connectFilters(this);
    connectTools(this);
    connectAlong(this);
    new ResizeObserver(() => this.draw()).observe(this.find('stage'));
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'])
      matchMedia(query).addEventListener('change', () => { this.painter.restyle(); this.draw(); });
    NARROW.addEventListener('change', () => { this.list.later(); this.draw(); });
    root.hidden = false;
    document.documentElement.classList.add('explores');
    this.begin();
  }

  get isNarrow() { return NARROW.matches; }
  get length() { return this.view.to - this.view.from; }
  get plot() { return this.isNarrow ? 1024 : Math.max(50, this.width - GUTTER); }
  timeAt(x) { return this.view.from + (x - GUTTER) / this.plot * this.length; }
  get level() { return levelOf(this.view, this.plot); }
  get asked() { return asked(this.state); }
  extent() { return extentOf(this.tiles.overview); }

  /** Asks anew, fits to what is found where the address says nothing else, and shows it. */
  async begin(fits = !this.state.view) {
    this.tiles.ask(this.asked);
    this.root.setAttribute('aria-busy', 'true');
    try {
      const tile = await this.tiles.whole(this.range.from, this.range.to);
      if (!tile) return;
      this.entries.add(tile.entries);
      this.lanes = [...tile.lanes].map(([key, { label, total }]) => ({ key, label, total }));
      const found = extentOf(tile);
      this.say('empty', found ? '' : 'Nothing matches these filters. Take one away to see more.');
      if (fits || !this.view) {
        const to = found ?? this.view ?? within(this.range);
        if (this.view && found) this.glide.go(this.view, to, performance.now()); else this.view = to;
        this.state.view = undefined;
      }
      this.draw();
      this.list.later();
      if (this.state.at) this.detail.open(this.state.at);
    } catch {
      this.view ??= within(this.range);
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  /** Draws before the next frame is shown; once, however often it is asked. */
  draw() {
    this.frame ??= requestAnimationFrame(now => { this.frame = undefined; this.#draw(now); });
  }

  #draw(now) {
    const width = this.find('stage').clientWidth || (this.isNarrow ? this.root.clientWidth : 0);
    if (!this.view || !width) return;
    this.width = width;
    const glides = this.glide.at(now);
    if (glides) this.view = glides;
    const level = levelOf(this.view, this.plot), aim = this.glide.target ?? this.view;
    this.tiles.want(aim, levelOf(aim, this.plot));
    this.overview.resize(this.find('overview').parentElement.clientWidth);
    this.overview.paint(this.tiles.overview, this.view, this.painter);
    if (!this.isNarrow) {
      const scene = this.scene = this.sceneOf(width, level);
      this.painter.resize(width, scene.height);
      this.painter.paint(scene, { at: this.state.at, hover: this.hovered, now: Date.now(), asOf: this.asOf, fresh: this.entries.fresh });
    }
    if (this.glide.target || this.#ease()) this.draw();
    if (glides && !this.glide.target) this.settled();
  }

  // Lanes grow and shrink softly to what the view needs of them; at once where less motion is asked for.
  #ease() {
    let goes = false;
    for (const { key } of this.lanes ?? []) {
      const is = this.weights.get(key) ?? 1, to = this.heavy.get(key) ?? 1, by = to - is, isEnd = Math.abs(by) < .02 || this.glide.isCalm;
      if (by === 0) continue;
      this.weights.set(key, isEnd ? to : is + by * .25);
      goes = true;
    }
    return goes;
  }

  /** Gives lanes the height that what stands in them asks for. */
  weigh(entries) {
    const need = new Map();
    for (const entry of entries) for (const key of lanesOf(entry, this.state.lanes)) need.set(key, (need.get(key) ?? 0) + 1);
    const isNear = this.list.whole.length > 0 && this.length < this.plot * DAY / 150;
    this.heavy = new Map((this.lanes ?? []).map(({ key }) => [key, !isNear ? (this.list.whole.length > 0 && !need.has(key) ? .55 : 1) : need.has(key) ? Math.min(3, .7 + need.get(key) * .3) : .4]));
    this.draw();
  }

  /** What is drawn of the view, laid out for a width. */
  sceneOf(width, level = levelOf(this.view, this.plot)) {
    const pieces = this.tiles.pieces(this.view, level), spans = new Map();
    for (const { tile } of pieces) for (const span of tile.spans) spans.set(span.url + span.from, span);
    const all = [...spans.values()];
    return laidOut({
      view: this.view, width, height: this.height, weights: this.weights, by: this.state.lanes, lanes: this.lanes ?? [], pieces, entries: this.entries.byNumber, byUrl: this.entries.byUrl, more: this.list.whole, at: this.state.at,
      threads: this.threads, fresh: this.entries.fresh, now: Date.now(), promises: all.filter(s => s.form === 'Promise'), ceasefires: all.filter(s => s.form === 'Ceasefire'),
    }, this.painter.measure);
  }

  get height() { return AXIS + Math.max(300, Math.min(640, innerHeight * .66)); }
  get asOf() { return this.state.asOf ? Date.parse(`${this.state.asOf}T23:59:59Z`) : undefined; }

  /** Goes to a view, with a movement unless less motion is asked for. */
  show(view) {
    if (!this.view) return;
    this.glide.go(this.view, within(view), performance.now());
    this.draw();
  }

  /** Is at a view now: the hand leads. */
  showAt(view) {
    if (!this.view) return;
    this.glide.stop();
    this.view = within(view);
    this.draw();
    clearTimeout(this.calm);
    this.calm = setTimeout(() => this.settled(), 300);
  }

  pan(pixels) { if (this.view) this.showAt(moved(this.view, -pixels / this.plot * this.length)); }

  fit() {
    const found = this.tiles.overview && extentOf(this.tiles.overview);
    if (found) this.show(found);
  }

  /** The view rests: the address, the list and the listener to it are told. */
  settled() {
    clearTimeout(this.calm);
    if (!this.view) return;
    this.state.view = { ...this.view };
    this.history.moved(this.state);
    this.list.later();
    this.filters.later();
    this.along.later();
    this.announce();
  }

  announce() {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => this.say('status', `${spoken(this.view)}. ${this.list.counted}`), 500);
  }

  say(part, text) {
    const element = this.find(part);
    if (element.textContent !== (text ?? '')) element.textContent = text ?? '';
    if (part !== 'status') element.hidden = !text;
  }

  /** Another choice of lanes, filters or day: a step in the history. */
  choose(change, fits = false) {
    const isAsked = this.asked;
    Object.assign(this.state, change);
    if (fits) this.state.view = undefined;
    this.history.chosen(this.state);
    if (this.asked !== isAsked) this.begin(fits);
    this.along.later();
    this.draw();
    this.list.later();
  }

  /** An entry is chosen: marked in every lane, with its threads, and told beside the view. */
  select(number, { isStep = true } = {}) {
    if (this.state.at === number) return;
    this.state.at = number;
    this.threads = [];
    if (isStep) this.history.chosen(this.state); else this.history.replaced(this.state);
    if (number) this.detail.open(number); else this.detail.close();
    this.list.mark();
    this.draw();
  }

  /** Brings an entry into the view where it is not. */
  reveal(entry) {
    const { stands } = this.entries.place(entry), rim = this.length * .06, aim = this.glide.target ?? this.view;
    if (stands < aim.from + rim) this.show(moved(aim, stands - aim.from - this.length * .25));
    else if (stands > aim.to - rim) this.show(moved(aim, stands - aim.to + this.length * .25));
  }

  press(x, y) {
    const found = this.scene && hit(this.scene, x, y);
    if (!found) return this.select(undefined);
    if (found.entry || found.number) return this.select(found.entry?.number ?? found.number);
    this.open(found.cluster);
  }

  /** A cluster splits by being zoomed; one that can't is told as a list. */
  open(cluster) {
    const length = cluster.last - cluster.first;
    if (cluster.isRest || length < 60_000 || this.length <= SHORTEST * 1.01) return this.detail.contents(cluster, this.state.lanes);
    const more = Math.max(length * .15, SHORTEST / 3);
    this.show({ from: cluster.first - more, to: cluster.last + more });
  }

  hover(x, y) {
    const found = x < 0 || !this.scene ? undefined : hit(this.scene, x, y), number = found?.entry?.number ?? found?.number ?? found?.cluster?.top;
    this.canvas.style.cursor = found ? 'pointer' : '';
    this.point(number);
  }

  point(number) {
    if (this.hovered === number) return;
    this.hovered = number;
    this.draw();
  }

  restore(state) {
    const before = this.asked, at = this.state.at;
    this.state = state;
    this.glide.stop();
    if (this.asked !== before) { this.view = state.view ?? this.view; this.filters.now(); this.begin(!state.view); }
    else if (state.view) this.show(state.view);
    else this.fit();
    this.find('lanes').value = state.lanes;
    this.along.later();
    if (state.at !== at) { this.threads = []; if (state.at) this.detail.open(state.at); else this.detail.close(); }
    this.draw();
    this.list.later();
  }

  /** Something was published: tiles are asked for again, and what is new is marked for a while. */
  async renew() {
    this.entries.listen();
    this.tiles.refresh();
    await this.tiles.whole(this.range.from, Math.max(this.range.to, Date.now())).then(tile => tile && this.entries.add(tile.entries), () => {});
    this.draw();
    this.list.later();
    this.filters.later();
  }

  /** When the view has come to rest and its list is there. */
  rested() {
    return new Promise(done => {
      const end = performance.now() + 3000, look = () => ((!this.glide.target && this.tiles.isWhole(this.view, this.level) && this.list.isTold) || performance.now() > end ? done() : setTimeout(look, 40));
      setTimeout(look, 60);
    });
  }
}

for (const root of document.querySelectorAll('.explorer[data-from]')) root.explorer = new Explorer(root);
