// How high each lane is: what has much in sight gets more of the room, softly.
export class Weights {
  #are = new Map();
  #aims = new Map();

  get = key => this.#are.get(key);

  /** @param keys Of the lanes, one for every entry in sight. @param isKnown All that is in sight is known. @param isNear And each entry has a row of its own. */
  weigh(lanes, keys, isKnown, isNear) {
    const need = new Map();
    for (const key of keys) need.set(key, (need.get(key) ?? 0) + 1);
    this.#aims = new Map(lanes.map(({ key }) => [key, !isNear ? (isKnown && !need.has(key) ? .55 : 1) : need.has(key) ? Math.min(3, .7 + need.get(key) * .3) : .4]));
  }

  /** A step towards what they should be; at once where less motion is asked for. @returns Whether it goes on. */
  ease(isCalm) {
    let goes = false;
    for (const [key, to] of this.#aims) {
      const is = this.#are.get(key) ?? 1, by = to - is;
      if (by === 0) continue;
      this.#are.set(key, isCalm || Math.abs(by) < .02 ? to : is + by * .25);
      goes = true;
    }
    return goes;
  }
}
