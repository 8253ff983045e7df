// A modal dialog; the focus goes back to where it was when the dialog leaves the page.
let left = null;

// A dialog was asked for: what is typed until it is there must not go into the field that somebody came from.
export function leave() {
  left = document.activeElement;
  left?.blur?.();
}

export function show(dialog, mayClose) {
  const before = left ?? document.activeElement;
  left = null;
  if (!dialog.open) dialog.showModal();
  if (!mayClose) dialog.addEventListener("cancel", e => e.preventDefault());
  const gone = new MutationObserver(() => {
    if (dialog.isConnected) return;
    gone.disconnect();
    if (before?.isConnected && before !== document.body) before.focus();
  });
  gone.observe(document.body, { childList: true, subtree: true });
}
