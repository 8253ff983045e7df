// The buttons over the drawing, the help, and what arrives while it is open.
import { zoomed } from './axis.js';
import { make } from './page.js';
import { keys } from './steps.js';
import { toAddress } from './state.js';
import { savePng, saveSvg } from './picture.js';

export function connectTools(explorer) {
  const on = (part, does) => explorer.find(part)?.addEventListener('click', does);
  const middle = () => (explorer.view.from + explorer.view.to) / 2, aim = () => explorer.glide.target ?? explorer.view;
  on('in', () => explorer.show(zoomed(aim(), 1 / 2, middle())));
  on('out', () => explorer.show(zoomed(aim(), 2, middle())));
  on('fit', () => explorer.fit());
  on('png', () => explorer.view && savePng(explorer));
  on('svg', () => explorer.view && saveSvg(explorer));
  on('keys', () => explorer.help());
  on('copy', async () => {
    const address = new URL(toAddress({ ...explorer.state, view: explorer.view }), location).href;
    try { await navigator.clipboard.writeText(address); explorer.say('told', 'The link was copied.'); } catch { explorer.say('told', `The browser lets nothing be copied here; the address is ${address}`); }
    setTimeout(() => explorer.say('told', ''), 6000);
  });

  const lanes = explorer.find('lanes');
  lanes.value = explorer.state.lanes;
  lanes.addEventListener('change', () => explorer.choose({ lanes: lanes.value }));

  const help = explorer.find('help');
  help.querySelector('dl').replaceChildren(...keys.map(([key, what]) => make('div', {}, make('dt', {}, key), make('dd', {}, what))));
  explorer.help = () => help.showModal();
  explorer.search = () => {
    const field = document.querySelector('.filters input[name="q"]'), popover = field?.closest('[popover]');
    if (field && !field.checkVisibility()) popover?.showPopover();
    field?.focus();
  };

  document.addEventListener('published', () => explorer.renew());
}
