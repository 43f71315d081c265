// Rows by keyboard while the focus is in the table: j/k or arrows go from name to name, Enter follows the link, x picks the row.
const handlers = new WeakMap();
const anchor = row => row.querySelector('a[data-row-link]') ?? row.querySelector('a, input');

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('select, textarea, input:not([type="checkbox"])')) return;
  const rows = [...this.querySelectorAll('tbody tr')].filter(anchor);
  if (!rows.length) return;
  const row = event.target.closest('tbody tr');
  const at = rows.indexOf(row);
  const go = to => anchor(rows[Math.max(0, Math.min(rows.length - 1, to))]).focus();
  switch (event.key) {
    case 'j': case 'J': case 'ArrowDown': go(at + 1); break;
    case 'k': case 'K': case 'ArrowUp': go(at < 0 ? rows.length - 1 : at - 1); break;
    case 'Home': go(0); break;
    case 'End': go(rows.length - 1); break;
    case 'x': case 'X': if (!row) return; row.querySelector('.pick input')?.click(); break;
    default: return;
  }
  event.preventDefault();
}

export function attach(scroll) {
  if (!scroll || handlers.has(scroll)) return;
  const handler = onKey.bind(scroll);
  handlers.set(scroll, handler);
  scroll.addEventListener('keydown', handler);
}

export function detach(scroll) {
  if (!scroll || !handlers.has(scroll)) return;
  scroll.removeEventListener('keydown', handlers.get(scroll));
  handlers.delete(scroll);
}
