// The view as a picture to keep.
export async function savePng(explorer) {
  const blob = await new Promise(done => explorer.canvas.toBlob(done, 'image/png'));
  save(blob, 'png');
}

export function saveSvg() {}

export function save(blob, extension) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `timeline.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
