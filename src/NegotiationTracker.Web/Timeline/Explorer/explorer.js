// The explorer of the timeline: puts its parts together. Draws what it has, asks for what it lacks, and keeps the address true.
import { DAY, levelOf, moved, spoken, within, zoomed } from './axis.js';
import { AXIS, GUTTER, laidOut, lanesOf } from './layout.js';
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
import { Charts, follow } from './taking.js';
import { hover, press } from './pointing.js';
import { Weights } from './weights.js';
import { make } from './page.js';
import { Tip } from './tip.js';

const PATIENCE = 300;
const NARROW = matchMedia('(max-width: 39.99rem)');

export class Explorer {
  #widths = new Map();

  constructor(root) {
    this.root = root;
    this.find = name => root.querySelector(`[data-part="${name}"]`);
    this.range = { from: Number(root.dataset.from), to: Number(root.dataset.to) };
    this.entries = new Entries(Number(root.dataset.newest));
    this.state = fromAddress(location.search);
    this.view = this.state.view;
    this.glide = new Glide();
    this.threads = [];
    this.weights = new Weights();
    this.canvas = this.find('canvas');
    this.painter = new Painter(this.canvas);
    this.overview = new Overview(this.find('overview'), (view, isHeld) => (isHeld ? this.showAt(view) : this.show(view)));
    this.tiles = new Tiles(tile => { this.entries.add(tile.entries); this.draw(); this.list.later(); }, fault => this.say('fault', fault));
    // Asked for at once: it comes while the rest is put together.
    const whole = this.#whole();
    this.history = new History(state => this.restore(state), () => this.follow());
    this.detail = new Detail(this);
    this.list = new List(this);
    listen(this.canvas, {
      pan: by => this.pan(by), zoom: (factor, x) => this.showAt(zoomed(this.view, factor, this.timeAt(x))), settle: () => this.settled(),
      zoomTo: (factor, x) => this.show(zoomed(this.view, factor, this.timeAt(x))), press: (x, y) => press(this, x, y), hover: (x, y) => hover(this, x, y), key: event => steps(this, event),
    });
    this.charts = new Charts(this);
    this.tip = new Tip(this.find('stage'));
    connectFilters(this);
    connectTools(this);
    const observer = new ResizeObserver(changes => { for (const { target } of changes) this.#widths.set(target, target.clientWidth); this.draw(); });
    for (const element of [this.find('stage'), this.#strip]) observer.observe(element);
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'])
      matchMedia(query).addEventListener('change', () => { this.painter.restyle(); this.draw(); });
    NARROW.addEventListener('change', () => { this.list.later(); this.draw(); });
    this.patience = setTimeout(() => this.appear(), PATIENCE);
    this.begin(!this.state.view, whole);
  }

  /** Shows the explorer: with what is in it when that comes soon, so that the page is laid out and drawn once. */
  appear() {
    if (!this.root.hidden) return;
    clearTimeout(this.patience);
    this.root.hidden = false;
    document.documentElement.classList.add('explores');
    this.draw();
  }

  get #strip() { return this.find('overview').parentElement; }

  /** As it was laid out last: to ask the page itself would have it laid out anew in the middle of a frame. */
  #widthOf(element) { return this.#widths.get(element) ?? element.clientWidth; }

  get isNarrow() { return NARROW.matches; }
  get length() { return this.view.to - this.view.from; }
  get plot() { return this.isNarrow ? 1024 : Math.max(50, this.width - GUTTER); }
  timeAt(x) { return this.view.from + (x - GUTTER) / this.plot * this.length; }
  get level() { return levelOf(this.view, this.plot); }
  get asked() { return asked(this.state); }
  extent() { return this.tiles.overview && extentOf(this.tiles.overview); }

  /** Asks anew, fits to what is found where the address says nothing else, and shows it. */
  async begin(fits = !this.state.view, whole = this.#whole()) {
    this.root.setAttribute('aria-busy', 'true');
    try {
      const tile = await whole;
      this.appear();
      if (!tile) return;
      this.entries.add(tile.entries);
      this.lanes = [...tile.lanes].map(([key, { label, total }]) => ({ key, label, total }));
      const found = extentOf(tile);
      this.rate = found ? Math.max(0, ...this.lanes.map(l => l.total)) / (found.to - found.from) : 0;
      this.tellEmpty(!found);
      if (fits || !this.view) {
        const to = found ?? this.view ?? within(this.range);
        if (this.view && found) this.show(to); else this.view = to;
        this.state.view = undefined;
      }
      this.draw();
      this.list.later();
      if (this.state.at) this.detail.open(this.state.at);
    } catch {
      this.appear();
      this.view ??= within(this.range);
    } finally {
      this.root.removeAttribute('aria-busy');
    }
  }

  #whole() {
    this.tiles.ask(this.asked);
    return this.tiles.whole(this.range.from, this.range.to);
  }

  /** Draws before the next frame is shown; once, however often it is asked. */
  draw() {
    this.frame ??= requestAnimationFrame(now => { this.frame = undefined; this.#draw(now); });
  }

  #draw(now) {
    const width = this.#widthOf(this.find('stage')) || (this.isNarrow ? this.root.clientWidth : 0);
    if (!width) return;
    if (!this.view) { this.blank(width); return; }
    this.width = width;
    const glides = this.glide.at(now);
    if (glides) this.view = glides;
    const level = levelOf(this.view, this.plot), aim = this.glide.target ?? this.view;
    this.tiles.want(aim, levelOf(aim, this.plot));
    this.overview.resize(this.#widthOf(this.#strip));
    this.overview.paint(this.tiles.overview, this.view, this.painter);
    if (!this.isNarrow) {
      const scene = this.scene = this.sceneOf(width, level);
      if (!this.eases || scene.height > this.tall) this.tall = scene.height;
      this.painter.resize(width, this.tall);
      this.painter.paint(scene, this.looks);
      this.drawn = this.view;
    }
    this.eases = this.weights.ease(this.glide.isCalm);
    if (this.glide.target || this.eases || this.painter.pictures.owes) this.draw();
    if (glides && !this.glide.target) this.settled();
  }

  /** Paper in the place of what is not known yet: nothing black, and nothing that jumps when it comes. */
  blank(width) {
    this.overview.resize(this.#widthOf(this.#strip));
    this.overview.blank(this.painter);
    this.painter.resize(width, this.height);
    this.painter.blank();
  }

  /** Gives lanes the height that what stands in them asks for. */
  weigh(entries) {
    const isKnown = this.list.whole.length > 0;
    this.weights.weigh(this.lanes ?? [], entries.flatMap(e => lanesOf(e, this.state.lanes)), isKnown, isKnown && this.length < this.plot * DAY / 150);
    this.draw();
  }

  /** What is drawn of the view, laid out for a width. */
  sceneOf(width, level = levelOf(this.view, this.plot)) {
    const pieces = this.tiles.pieces(this.view, level), spans = new Map();
    for (const { tile } of pieces) for (const span of tile.spans) spans.set(span.url + span.from, span);
    const all = [...spans.values()];
    return laidOut({
      view: this.view, width, height: this.height, weights: this.weights, by: this.state.lanes, lanes: this.lanes ?? [], rate: this.rate ?? 0, pieces, entries: this.entries.byNumber, byUrl: this.entries.byUrl, more: this.list.whole, at: this.state.at,
      threads: this.threads, fresh: this.entries.fresh, now: Date.now(), promises: all.filter(s => s.form === 'Promise'), ceasefires: all.filter(s => s.form === 'Ceasefire'),
    }, this.painter.measure, this.painter.nameWidth);
  }

  get height() { return AXIS + Math.max(300, Math.min(640, innerHeight * .66)); }
  get looks() { return { at: this.state.at, hover: this.hovered, now: Date.now(), asOf: this.asOf, fresh: this.entries.fresh, isMoving: this.view !== this.drawn }; }
  get asOf() { return this.state.asOf ? Date.parse(`${this.state.asOf}T23:59:59Z`) : undefined; }

  /** Goes to a view, with a movement unless less motion is asked for. @param isSaid Whether the view is said when it is there. */
  show(view, isSaid = true) {
    if (!this.view) return;
    this.tip.hide();
    this.isSaid = isSaid;
    this.glide.go(this.view, within(view), performance.now());
    this.draw();
  }

  /** Is at a view now: the hand leads. */
  showAt(view) {
    if (!this.view) return;
    this.glide.stop();
    this.tip.hide();
    this.isSaid = true;
    this.view = within(view);
    this.draw();
    clearTimeout(this.calm);
    this.calm = setTimeout(() => this.settled(), 300);
  }

  /** Whether it goes somewhere, or a hand leads it: what is told of a view waits until it rests. */
  get isMoved() { return Boolean(this.glide.target ?? this.calm); }

  pan(pixels) { if (this.view) this.showAt(moved(this.view, -pixels / this.plot * this.length)); }

  fit() { const found = this.extent(); if (found) this.show(found); }

  /** The view rests: the address, the list and the listener to it are told. */
  settled() {
    clearTimeout(this.calm);
    this.calm = undefined;
    if (!this.view) return;
    this.state.view = { ...this.view };
    this.history.moved(this.state);
    this.list.later();
    this.filters.later();
    if (this.isSaid) this.announce();
  }

  /** What is taken along (downloads, citation, charts) is of what is seen. */
  follow() {
    follow(this.state, this.root);
    this.charts.later();
  }

  /** Nothing is found: the drawing gives way to a sentence and a way out. */
  tellEmpty(isEmpty) {
    this.root.toggleAttribute('data-empty', isEmpty);
    this.say('empty', '');
    if (!isEmpty) return;
    const isPast = this.state.asOf && !this.state.filters.length;
    this.say('empty', isPast ? 'Nothing was known of this on that day. ' : 'Nothing matches these filters. ');
    this.find('empty').append(make('a', { href: location.pathname }, isPast ? 'Show it as known today.' : 'Show the whole timeline.'));
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
    this.draw();
    this.list.later();
  }

  /** An entry is chosen: marked in every lane, with its threads, and told beside the view. */
  select(number, { isStep = true } = {}) {
    if (this.state.at === number) return;
    this.state.at = number;
    this.threads = [];
    clearTimeout(this.saying);
    if (isStep) this.history.chosen(this.state); else this.history.replaced(this.state);
    if (number) this.detail.open(number); else this.detail.close();
    this.list.mark();
    this.draw();
  }

  /** Brings an entry into the view where it is not. The view only follows it, and is not said over what is said of the entry. */
  reveal(entry) {
    const { stands } = this.entries.place(entry), rim = this.length * .06, aim = this.glide.target ?? this.view;
    const by = stands < aim.from + rim ? stands - aim.from - this.length * .25 : stands > aim.to - rim ? stands - aim.to + this.length * .25 : 0;
    if (by) this.show(moved(aim, by), false);
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
    this.follow();
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
    this.list.renew();
    this.filters.later();
  }
}

// It may be here before the style sheets, which say how wide and in what colours it draws. One that fails is not waited for longer than the page itself.
const loaded = target => new Promise(done => target.addEventListener('load', done));
const sheets = document.readyState === 'complete' ? [] : [...document.querySelectorAll('link[rel="stylesheet"]')].filter(link => !link.sheet);
Promise.race([Promise.all(sheets.map(loaded)), loaded(window)]).then(() => {
  for (const root of document.querySelectorAll('.explorer[data-from]')) root.explorer = new Explorer(root);
});
