// The view as a picture to keep: PNG from a canvas of its own, SVG as it was laid out. Both say what they show and where it is from.
import { spoken } from './axis.js';
import { Painter } from './paint.js';
import { toAddress } from './state.js';
import { svgOf } from './svg.js';

const LEAST = 1000, FOOT = 30;

export async function savePng(explorer) {
  const { scene, told } = taken(explorer), canvas = document.createElement('canvas'), painter = new Painter(canvas, explorer.painter);
  painter.resize(scene.width, scene.height + FOOT);
  painter.paint(scene, { ...told, fresh: new Set() });
  painter.caption(scene, told.title, told.source);
  save(await new Promise(done => canvas.toBlob(done, 'image/png')), 'png');
}

export function saveSvg(explorer) {
  const { scene, told } = taken(explorer);
  save(new Blob([svgOf(scene, explorer.painter, told)], { type: 'image/svg+xml' }), 'svg');
}

// Laid out for a page where the screen is narrower than that.
function taken(explorer) {
  const scene = explorer.sceneOf(Math.max(LEAST, explorer.isNarrow ? 0 : explorer.width));
  const { host } = location, address = host + toAddress({ ...explorer.state, at: undefined, view: explorer.view });
  return { scene, told: { at: explorer.state.at, now: Date.now(), asOf: explorer.asOf, title: `${spoken(explorer.view)} (UTC)`, source: `NegotiationTracker, ${address}, ${new Date().toISOString().slice(0, 10)}` } };
}

function save(blob, extension) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `timeline.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
