// Every move by keyboard alone. Keys work while the drawing has the focus, so that they take none from anything else.
import { moved, zoomed } from './axis.js';

/** Keys and what they do, for the help too. */
export const keys = [
  ['← →', 'the entry before, the next entry'], ['+ −', 'zoom in, zoom out'], ['Page up, Page down', 'earlier, later by most of a view'], ['Home, End', 'the first and the last entry of all'],
  ['0', 'all that is found'], ['Enter', 'open the record of the chosen entry'], ['Escape', 'choose nothing'], ['/', 'search'], ['?', 'these keys'],
];

// As long as somebody may wait for a slow network without having pressed another key.
const PATIENCE = 15e3;

export function steps(explorer, event) {
  const { view } = explorer, chosen = explorer.entries.byNumber.get(explorer.state.at);
  if (!view) return;
  const middle = chosen && isIn(explorer, chosen) ? explorer.entries.place(chosen).stands : (view.from + view.to) / 2, aim = explorer.glide.target ?? view;
  const does = {
    ArrowRight: () => step(explorer, 1), ArrowLeft: () => step(explorer, -1), '+': () => explorer.show(zoomed(aim, 1 / 2, middle)), '=': () => explorer.show(zoomed(aim, 1 / 2, middle)),
    '-': () => explorer.show(zoomed(aim, 2, middle)), '−': () => explorer.show(zoomed(aim, 2, middle)), PageUp: () => explorer.show(moved(aim, (aim.from - aim.to) * .8)), PageDown: () => explorer.show(moved(aim, (aim.to - aim.from) * .8)),
    Home: () => edge(explorer, 1), End: () => edge(explorer, -1), 0: () => explorer.fit(), Enter: () => chosen && location.assign(chosen.url), Escape: () => explorer.select(undefined),
    '/': () => explorer.search(), '?': () => explorer.help(),
  }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
}

const isIn = (explorer, entry) => { const { stands } = explorer.entries.place(entry); return stands >= explorer.view.from && stands <= explorer.view.to; };

/** To the next entry in one direction; where the view has no more, to where there is something. */
async function step(explorer, way) {
  const run = explorer.stepping = {};
  for (let tries = 0; tries < 4 && explorer.stepping === run; tries++) {
    const entry = next(explorer, way);
    if (entry) { explorer.select(entry.number, { isStep: false }); explorer.reveal(entry); return; }
    const beyond = far(explorer, way);
    if (beyond === undefined) { explorer.say('status', way > 0 ? 'This is the last entry.' : 'This is the first entry.'); return; }
    explorer.show(moved(explorer.glide.target ?? explorer.view, beyond - (way > 0 ? explorer.view.from + explorer.length * .2 : explorer.view.to - explorer.length * .2)));
    if (!await rested(explorer)) return;
  }
}

function next(explorer, way) {
  const all = explorer.list.shown.filter(e => e.at >= explorer.view.from - 1 && e.at <= explorer.view.to), at = all.findIndex(e => e.number === explorer.state.at);
  if (at >= 0) return all[at + way];
  const chosen = explorer.entries.byNumber.get(explorer.state.at);
  if (!chosen) return way > 0 ? all[0] : all.at(-1);
  return way > 0 ? all.find(e => e.at > chosen.at || (e.at === chosen.at && e.number > chosen.number)) : all.findLast(e => e.at < chosen.at || (e.at === chosen.at && e.number < chosen.number));
}

// Where something is counted beyond the view; as exact as what was loaded of it.
function far(explorer, way) {
  let found;
  const { from, to } = explorer.view;
  for (const tile of [explorer.tiles.overview, ...explorer.tiles.all()]) {
    for (const { slots } of tile?.lanes.values() ?? [])
      for (let i = 0; i < slots.at.length; i++) {
        const at = slots.at[i] + (slots.entries[i] === 1 ? 0 : tile.slot / 2);
        if (way > 0 ? at > to && (found === undefined || at < found) : at < from && (found === undefined || at > found)) found = at;
      }
  }
  return found;
}

async function edge(explorer, way) {
  const found = explorer.extent();
  if (!found) return;
  const length = explorer.length, rim = length * .05;
  explorer.show(way > 0 ? { from: found.from - rim, to: found.from - rim + length } : { from: found.to + rim - length, to: found.to + rim });
  if (!await rested(explorer)) return;
  const entry = way > 0 ? explorer.list.shown.find(e => e.at >= explorer.view.from) : explorer.list.shown.at(-1);
  if (entry) { explorer.select(entry.number, { isStep: false }); explorer.reveal(entry); }
}

/** When the view has come to rest and its list is there; false where neither came, for then nothing is known of what stands there. */
function rested(explorer) {
  return new Promise(done => {
    const end = performance.now() + PATIENCE, look = () => {
      if (!explorer.glide.target && explorer.list.isTold && explorer.tiles.isWhole(explorer.view, explorer.level)) done(true);
      else if (performance.now() > end) done(false);
      else setTimeout(look, 40);
    };
    setTimeout(look, 60);
  });
}
