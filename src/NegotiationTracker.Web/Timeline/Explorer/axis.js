// Time on the axis. Moments are milliseconds since 1970, UTC; nothing here knows of a page.
const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR, YEAR = 365.2425 * DAY;
/** Said on the axis: the zone of its days and hours. */
export const ZONE = 'UTC';
export const SHORTEST = 20 * MINUTE;
export const LONGEST = 2000 * YEAR;
// The years 1 to 9999, which the server knows.
export const EARLIEST = -62135596800000, LATEST = Date.UTC(9999, 11, 31);

// A tile of level k is drawn about this wide, one pixel for 2^k seconds.
const TILE = 1024;

export const tileLength = level => TILE * SECOND * 2 ** level;
export const levelOf = (view, width) => Math.max(0, Math.round(Math.log2((view.to - view.from) / Math.max(1, width) / SECOND)));

/** The tiles that cover a view: numbers of the grid of a level. */
export function tilesOver(view, level) {
  const length = tileLength(level), first = Math.floor(view.from / length), last = Math.ceil(view.to / length) - 1;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Keeps a view within what can be asked for, its middle where it was. */
export function within(view) {
  const length = Math.min(LONGEST, Math.max(SHORTEST, view.to - view.from));
  const middle = Math.min(LATEST - length / 2, Math.max(EARLIEST + length / 2, (view.from + view.to) / 2));
  return { from: middle - length / 2, to: middle + length / 2 };
}

/** The view made longer or shorter by a factor around a moment that stays where it is. */
export const zoomed = (view, factor, around) => within({ from: around - (around - view.from) * factor, to: around + (view.to - around) * factor });
export const moved = (view, by) => within({ from: view.from + by, to: view.to + by });

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const full = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const two = n => String(n).padStart(2, '0');
const clock = d => `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;

// From fine to coarse: how long about, how a moment goes back to the tick before it, what a tick says, the unit of the row above, and the pixels that its text asks for.
const steps = [
  ...[1, 5, 15, 30].map(n => fixed(n * MINUTE, clock, 'day', 48)),
  ...[1, 3, 6, 12].map(n => fixed(n * HOUR, clock, 'day', 48)),
  fixed(DAY, d => String(d.getUTCDate()), 'month', 24),
  fixed(7 * DAY, d => `${d.getUTCDate()} ${months[d.getUTCMonth()]}`, 'year', 56, 4 * DAY),
  ...[1, 3].map(n => ofMonths(n, d => months[d.getUTCMonth()], 'year', 38)),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(n => ofMonths(12 * n, d => String(d.getUTCFullYear()), null, 46)),
];

// Weeks begin on Mondays: 1970 began on a Thursday.
function fixed(length, say, above, room, shift = 0) {
  return { length, above, say, room, floor: t => Math.floor((t - shift) / length) * length + shift, next: t => t + length };
}

function ofMonths(count, say, above, room) {
  const at = n => { const d = new Date(0); d.setUTCFullYear(Math.floor(n / 12), ((n % 12) + 12) % 12, 1); return d.getTime(); };
  const number = t => { const d = new Date(t); return Math.floor((d.getUTCFullYear() * 12 + d.getUTCMonth()) / count) * count; };
  return { length: count * YEAR / 12, above, say, room, floor: t => at(number(t)), next: t => at(number(t) + count) };
}

const rows = {
  day: { step: fixed(DAY), say: d => `${d.getUTCDate()} ${full[d.getUTCMonth()]} ${d.getUTCFullYear()}` },
  month: { step: ofMonths(1), say: d => `${full[d.getUTCMonth()]} ${d.getUTCFullYear()}` },
  year: { step: ofMonths(12), say: d => String(d.getUTCFullYear()) },
};

/** Ticks of a view: a fine row, and the row above it that says of what day, month or year they are. */
export function ticks(view, width) {
  const scale = width / (view.to - view.from);
  const step = steps.find(s => s.length * scale >= s.room) ?? steps.at(-1);
  const row = step.above && rows[step.above];
  return { fine: over(step, view, step.say), above: row ? over(row.step, view, row.say) : [], days: step.length <= 12 * HOUR ? 1 : 0 };
}

function over(step, view, say) {
  const all = [];
  for (let t = step.floor(view.from); t < view.to && all.length < 200; t = step.next(t)) all.push({ t, text: say(new Date(t)) });
  return all;
}

/** A stretch of time in words: as exact as its length needs. */
export function spoken({ from, to }) {
  const length = to - from, say = t => {
    const d = new Date(t);
    if (length > 20 * YEAR) return String(d.getUTCFullYear());
    if (length > 1.5 * YEAR) return `${full[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
    const day = `${d.getUTCDate()} ${full[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
    return length > 2 * DAY ? day : `${day}, ${clock(d)}`;
  };
  // The end is the first moment that is no longer seen: of whole days, the last that is.
  return length > 2 * DAY ? `${say(from)} to ${say(to - 1)}` : `${say(from)} to ${say(to)} UTC`;
}

/** A moment for an address: a day where that is exact enough, otherwise to the minute. */
export function written(t, length) {
  const iso = new Date(t).toISOString();
  return length > 20 * DAY ? iso.slice(0, 10) : `${iso.slice(0, 16)}Z`;
}

/** A moment as an address has it: a day, a month, a year or a clock time; undefined where it is none. The end of a view is the end of its day. */
export function read(text, isEnd) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?Z?)?$/.exec(text ?? '');
  if (!found) return undefined;
  const [year, month, day, hour, minute] = found.slice(1).map(n => (n === undefined ? undefined : Number(n)));
  const start = new Date(0);
  start.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  if (hour !== undefined) return start.getTime() + hour * HOUR + minute * MINUTE;
  if (!isEnd) return start.getTime();
  if (day) return start.getTime() + DAY;
  if (month) start.setUTCMonth(month); else start.setUTCFullYear(year + 1);
  return start.getTime();
}
