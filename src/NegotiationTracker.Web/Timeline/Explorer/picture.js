// The view as a picture to keep: with the time it shows and the address it is from.
import { spoken } from './axis.js';
import { GUTTER } from './layout.js';
import { fitted } from './pictures.js';
import { toAddress } from './state.js';
import { svgOf } from './svg.js';

const CAPTION = 26, NARROW = 1024;

/** As SVG, laid out by the same functions as the drawing. */
export function saveSvg(explorer) {
  const { painter } = explorer, fits = (text, font, most) => { painter.context.font = font; return fitted(painter.context, text, most); };
  const svg = svgOf(explorer.sceneOf(widthOf(explorer)), { ...painter, fits }, { title: `Timeline, ${spoken(explorer.view)}`, caption: captionOf(explorer), now: Date.now(), asOf: explorer.asOf });
  save(new Blob([svg], { type: 'image/svg+xml' }), 'svg');
}

/** As PNG, as dense as the screen. */
export async function savePng(explorer) {
  const { painter } = explorer, scene = explorer.sceneOf(widthOf(explorer));
  painter.resize(scene.width, scene.height);
  painter.paint(scene, { ...explorer.looks, isMoving: false }, Infinity);
  const picture = document.createElement('canvas'), c = picture.getContext('2d'), { dpr, colour } = painter;
  picture.width = painter.canvas.width;
  picture.height = painter.canvas.height + CAPTION * dpr;
  c.fillStyle = colour.paper;
  c.fillRect(0, 0, picture.width, picture.height);
  c.drawImage(painter.canvas, 0, 0);
  c.scale(dpr, dpr);
  c.font = `12px ${painter.serif}`;
  c.fillStyle = colour.grey;
  c.fillText(fitted(c, captionOf(explorer), scene.width), 0, scene.height + 18);
  save(await new Promise(done => picture.toBlob(done, 'image/png')), 'png');
}

// Where the axis runs downward nothing is drawn on the canvas: the picture is as wide as one on a desk.
const widthOf = explorer => (explorer.isNarrow ? NARROW + GUTTER : explorer.width);

const captionOf = explorer => `NegotiationTracker, timeline, ${spoken(explorer.view)}, as known on ${explorer.state.asOf ?? new Date().toISOString().slice(0, 10)}. ${new URL(toAddress({ ...explorer.state, view: explorer.view }), location).href}`;

function save(blob, extension) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `timeline.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
