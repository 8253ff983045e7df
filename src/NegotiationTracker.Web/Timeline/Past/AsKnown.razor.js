// A slider over the days on which something was published; its last place is today.
const box = document.querySelector('.as-known');
const days = box.dataset.days.split(' ').filter(Boolean).reverse();
const form = box.querySelector('form');
const date = form.elements.asof;

if (days.length > 1) {
  const slider = Object.assign(document.createElement('input'), { type: 'range', min: 0, max: days.length, step: 1, value: place() });
  slider.setAttribute('aria-label', 'Days on which something was published; the last place is today');
  slider.setAttribute('aria-valuetext', words());
  form.before(slider);
  slider.addEventListener('input', () => {
    date.value = days[slider.value] ?? '';
    slider.setAttribute('aria-valuetext', words());
  });
  // Shown when it is let go: on the way there every day would be a page.
  slider.addEventListener('change', () => {
    if (date.value) form.requestSubmit();
    else {
      const address = new URL(location.href);
      address.searchParams.delete('asof');
      location.assign(address);
    }
  });
}

function place() {
  if (!date.value) return days.length;
  const at = days.findLastIndex(day => day <= date.value);
  return Math.max(0, at);
}

function words() {
  return date.value || 'today';
}
