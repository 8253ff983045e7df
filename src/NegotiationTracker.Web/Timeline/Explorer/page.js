// Elements made in one line each. Text is always text, never markup.

/** An element with properties (data-… and aria-… as attributes) and children; what is empty is left out. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name.includes('-') || name === 'role') element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter(c => c !== undefined && c !== null && c !== false && c !== ''));
  return element;
}

/** "1 source", "3 sources", "1,204 sources". */
export const count = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** JSON of an address; a fault in a sentence otherwise. */
export async function json(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal, headers: { Accept: 'application/json' } });
  } catch (fault) {
    throw fault.name === 'AbortError' ? fault : new Error('The server can’t be reached just now.');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.detail ?? answer.title ?? `The server answered ${response.status}.`);
  return answer;
}
