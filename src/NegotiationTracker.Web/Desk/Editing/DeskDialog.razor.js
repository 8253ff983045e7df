// A modal dialog; the focus goes back to where it was when the dialog leaves the page.
export function show(dialog, mayClose) {
  const before = document.activeElement;
  if (!dialog.open) dialog.showModal();
  if (!mayClose) dialog.addEventListener("cancel", e => e.preventDefault());
  const gone = new MutationObserver(() => {
    if (dialog.isConnected) return;
    gone.disconnect();
    if (before?.isConnected && before !== document.body) before.focus();
  });
  gone.observe(document.body, { childList: true, subtree: true });
}
