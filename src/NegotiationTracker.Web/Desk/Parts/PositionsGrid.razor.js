// Ctrl with an arrow goes to the cell beside, above or below; in a date, left and right stay the text's own.
export function connect(grid) {
  grid?.addEventListener("keydown", e => {
    const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[e.key];
    const cell = e.target.closest("td");
    if (!way || !cell || !(e.ctrlKey || e.metaKey) || e.altKey || (way[1] && !e.target.matches("select"))) return;
    e.preventDefault();
    const rows = [...grid.tBodies[0].rows];
    rows[rows.indexOf(cell.parentElement) + way[0]]?.cells[cell.cellIndex + way[1]]?.querySelector("select")?.focus();
  });
}
