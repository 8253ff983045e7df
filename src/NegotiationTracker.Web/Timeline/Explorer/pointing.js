// What a finger or a pointer on the drawing means.
import { SHORTEST } from './axis.js';
import { hit } from './layout.js';
import { tipOf } from './tip.js';

/** An entry is chosen, a cluster opened; beside them the choice is given up. */
export function press(explorer, x, y) {
  const found = explorer.scene && hit(explorer.scene, x, y);
  if (!found) explorer.select(undefined);
  else if (found.cluster) open(explorer, found.cluster);
  else explorer.select(found.entry?.number ?? found.number);
}

export function hover(explorer, x, y) {
  const found = x < 0 || !explorer.scene ? undefined : hit(explorer.scene, x, y);
  explorer.canvas.style.cursor = found ? 'pointer' : '';
  explorer.point(found?.entry?.number ?? found?.number ?? found?.cluster?.top);
  explorer.tip.show(found && tipOf(explorer, found), x, y);
}

// A cluster splits by being zoomed; one that can't is told as a list.
function open(explorer, cluster) {
  const length = cluster.last - cluster.first;
  if (cluster.isRest || length < 60_000 || explorer.length <= SHORTEST * 1.01) { explorer.detail.contents(cluster, explorer.state.lanes); return; }
  const more = Math.max(length * .15, SHORTEST / 3);
  explorer.show({ from: cluster.first - more, to: cluster.last + more });
}
