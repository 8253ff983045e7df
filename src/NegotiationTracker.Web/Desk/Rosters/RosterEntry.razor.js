// Enter goes to the row below, and from the last row to the picker of the next member, without asking the server; Ctrl with an arrow moves the row.
export function connect(roster, entry) {
  if (!roster) return;
  roster.addEventListener('keydown', event => {
    const row = event.target.closest('tr[data-row]');
    // In the panel of a new person the keys are the panel's.
    if (!row || event.isComposing || event.target.closest('.new-record')) return;
    const field = event.target.closest('[data-field]')?.dataset.field ?? 'role';
    if (event.ctrlKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      // Leaving the field first sends what was typed in it, at the path that the row has now.
      document.activeElement?.blur();
      entry.invokeMethodAsync('Move', Number(row.dataset.row), event.key === 'ArrowUp' ? -1 : 1, field);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || !event.target.matches('select, input:not([role=combobox])')) return;
    event.preventDefault();
    const next = row.nextElementSibling;
    const target = next?.matches('[data-row]') ? next.querySelector(`[data-field="${field}"]`) : next?.querySelector('input, button');
    focusOn(target);
  });
}

export function focusField(roster, row, field) {
  const cell = roster?.querySelector(`tr[data-row="${row}"] [data-field="${field}"]`);
  focusOn(cell);
}

function focusOn(target) {
  const control = target?.matches('input, select, button') ? target : target?.querySelector('input, select, button');
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}
