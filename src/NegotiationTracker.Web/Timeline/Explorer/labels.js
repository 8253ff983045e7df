// Texts and the room they have: names of lanes on several lines, labels as long as nothing stands in their way.
const LONGEST = 460, APART = 8;

/** A name on at most so many lines, words kept whole; the last line is cut where it is written. */
export function linesOf(text, most, width, measure) {
  const lines = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || lines.length === most - 1 || measure(longer) <= width) line = longer;
    else { lines.push(line); line = word; }
  }
  return [...lines, line];
}

/**
 * Labels that were cut take the room that is left beside them.
 * @param all label, room ([left, right] in its row), row, isBack, and full: how wide it is uncut
 */
export function grow(all, least, most) {
  for (const { label, room, row, isBack, full } of all) {
    const lacks = Math.min(full, LONGEST) - label.width;
    if (lacks <= 0) continue;
    const others = row.filter(other => other !== room);
    if (isBack) {
      const before = Math.max(least, ...others.filter(([, right]) => right <= room[0]).map(([, right]) => right)), more = Math.min(lacks, room[0] - before - APART);
      if (more > 0) { label.width += more; label.left -= more; room[0] -= more; }
    } else {
      const after = Math.min(most, ...others.filter(([left]) => left >= room[1]).map(([left]) => left)), more = Math.min(lacks, after - room[1] - APART);
      if (more > 0) { label.width += more; room[1] += more; }
    }
  }
}
