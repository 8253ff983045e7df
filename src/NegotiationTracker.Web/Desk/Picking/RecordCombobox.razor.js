// Inputs that were emptied the moment Enter took what stood there: the program hears of it later, and what is typed in between is already the next.
const taken = new WeakSet();

// Keys that mean something in the list must not also move the caret, submit a form or leave the dialog that the picker stands in.
export function connect(input) {
  // The choice may have been read meanwhile, and stands where the input stood.
  if (!input) return;
  input.addEventListener('keydown', event => {
    const open = input.getAttribute('aria-expanded') === 'true';
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
    if (event.key === 'Enter') {
      event.preventDefault();
      taken.delete(input);
      if (open && input.value && input.getAttribute('aria-activedescendant')) { taken.add(input); input.value = ''; }
    }
    if (event.key === 'Escape' && open) event.preventDefault();
  });
  // The active option stays in sight.
  new MutationObserver(() => {
    const active = input.getAttribute('aria-activedescendant');
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
  }).observe(input, { attributes: true, attributeFilter: ['aria-activedescendant'] });
}

// The focus goes on with what took the place of the element that had it, unless it is somewhere else by now.
export function focusIfLost(element) {
  if (element && (!document.activeElement || document.activeElement === document.body)) element.focus();
}

/** Takes away what was typed for a choice, and leaves what was typed after it. */
export function clear(input, typed) {
  if (!input || taken.delete(input)) return;
  if (!input.value.startsWith(typed)) return;
  input.value = input.value.slice(typed.length);
  if (input.value) input.dispatchEvent(new Event('input', { bubbles: true }));
}
