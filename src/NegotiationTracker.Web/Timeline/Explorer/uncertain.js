// How well a time is known, read from its EDTF, and where that puts an entry on the axis.

/** point: a clock time. within: some time in it. about: more or less then. lasting: from one to the other. Ends may be open. */
export function form(entry) {
  if (entry.form) return entry.form;
  const [start, end] = entry.date.split('/');
  const openStart = end !== undefined && (start === '' || start === '..'), openEnd = end === '' || end === '..';
  const kind = /[~%]/.test(entry.date) ? 'about' : end !== undefined ? 'lasting' : entry.date.includes('T') ? 'point' : 'within';
  return entry.form = { kind, openStart, openEnd, isDoubtful: /[?%]/.test(entry.date) };
}

/** From when to when an entry is drawn. What is only known to lie within a time stands in its middle, which is nobody's midnight. */
export function extent(entry) {
  if (entry.extent) return entry.extent;
  const { kind, openStart, openEnd } = form(entry);
  const till = entry.till ?? entry.at, length = till - entry.at;
  const stands = kind === 'within' || kind === 'about' ? entry.at + length / 2 : openStart ? till : entry.at;
  const more = kind === 'about' ? length / 3 : 0;
  return entry.extent = { from: openStart ? -Infinity : entry.at - more, to: openEnd || entry.till === undefined ? Infinity : till + more, stands };
}
