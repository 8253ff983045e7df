// Offers what may be meant while it is typed: the combobox with a list of the ARIA patterns. Enter without a choice searches, as it does without this.
const pause = 120, kept = new Map();

for (const input of document.querySelectorAll('input[data-suggest]')) equip(input);

function equip(input) {
  if (input.role) return;
  const list = Object.assign(document.createElement('ul'), { id: `${input.id}-offers`, role: 'listbox', className: 'offers', hidden: true, ariaLabel: 'Perhaps you mean' });
  const said = Object.assign(document.createElement('span'), { className: 'vh', role: 'status' });
  input.after(list, said);
  input.role = 'combobox';
  for (const [name, value] of [['aria-autocomplete', 'list'], ['aria-expanded', 'false'], ['aria-controls', list.id]]) input.setAttribute(name, value);
  let timer, request, chosen = -1, asked = '';

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text.length < 2) return close();
    timer = setTimeout(() => offer(text), pause);
  });
  input.addEventListener('keydown', event => {
    const open = !list.hidden, count = list.children.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return offer(input.value.trim());
      // Before the first and after the last the field itself is chosen again.
      choose((chosen + (event.key === 'ArrowDown' ? 2 : count + 1)) % (count + 1) - 1);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && open && chosen >= 0) {
      event.preventDefault();
      list.children[chosen].firstChild.click();
    }
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  // The field keeps the focus while a line is pressed.
  list.addEventListener('pointerdown', event => event.preventDefault());

  async function offer(text) {
    if (text.length < 2) return;
    asked = text;
    request?.abort();
    request = new AbortController();
    try {
      if (!kept.has(text)) {
        const answer = await fetch(`/api/v1/search/suggest?q=${encodeURIComponent(text.slice(0, 200))}`, { signal: request.signal });
        if (!answer.ok) return close();
        kept.set(text, (await answer.json()).suggestions);
      }
    } catch {
      return;
    }
    if (asked === text && document.activeElement === input) show(kept.get(text));
  }

  function show(offers) {
    list.replaceChildren(...offers.map(line));
    choose(-1);
    list.hidden = offers.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    said.textContent = offers.length === 0 ? '' : offers.length === 1 ? '1 suggestion' : `${offers.length} suggestions`;
  }

  function line({ said: kind, title, about, url }, i) {
    const option = Object.assign(document.createElement('li'), { id: `${list.id}-${i}`, role: 'option', ariaSelected: 'false' });
    const link = Object.assign(document.createElement('a'), { href: url, tabIndex: -1 });
    const name = Object.assign(document.createElement('bdi'), { textContent: title });
    link.append(name, Object.assign(document.createElement('span'), { textContent: about ? `${kind}, ${about}` : kind }));
    option.append(link);
    return option;
  }

  function choose(index) {
    list.children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = index;
    const option = list.children[index];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function close() {
    clearTimeout(timer);
    asked = '';
    if (list.hidden) return;
    show([]);
  }
}
