// Ctrl+Enter is the panel's own while the focus is in it, and not the editor's "submit": it presses the panel's first deed.
export function connect(panel) {
  panel?.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    panel.querySelector('button.primary')?.click();
  });
}
