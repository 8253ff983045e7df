// Keys that mean something in the list must not also move the caret, submit a form or leave the dialog that the picker stands in.
export function connect(input) {
  // The choice may have been read meanwhile, and stands where the input stood.
  if (!input) return;
  input.addEventListener('keydown', event => {
    const open = input.getAttribute('aria-expanded') === 'true';
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
    if (event.key === 'Enter') event.preventDefault();
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

export function clear(input) {
  if (input) input.value = '';
}
