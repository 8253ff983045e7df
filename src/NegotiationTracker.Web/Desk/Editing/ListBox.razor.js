// After a row came, moved or went, the focus is where the work goes on: its first field, the button that moved it, or "Add".
export function focusRow(list, row, move) {
  const rows = [...list.children].filter(c => c.matches(".list-item"));
  if (row < 0 || row >= rows.length) { [...list.querySelectorAll(":scope > .list-deeds > button")].at(-1)?.focus(); return; }
  const mover = move && (rows[row].querySelector(`:scope > .list-deeds > [data-move="${move}"]:enabled`) ?? rows[row].querySelector(":scope > .list-deeds > [data-move]:enabled"));
  (mover || rows[row].querySelector("input, textarea, select"))?.focus();
}
