// Rows by keyboard. Inside a list j/k, arrows, Home and End go from name to name, and x picks the row; Enter follows the link. On a
// page with one list j/k also lead into it from the heading, where a page begins, and from nowhere; not from anything else that has
// the focus. Letters can be switched off. Keys that are being typed, or pressed with a modifier, are not ours.
let tables = 0;
const anchor = row => row.querySelector('a[data-row-link]') ?? row.querySelector('a, input');
const isTyping = target => target.isContentEditable || target.matches('select, textarea, input:not([type="checkbox"])');

function listOf(event) {
  const around = event.target.closest('[data-row-keys]');
  if (around || !/^[jk]$/i.test(event.key) || !event.target.matches('body, h1') || document.querySelector('dialog[open]')) return around;
  const lists = [...document.querySelectorAll('[data-row-keys]')].filter(list => list.getClientRects().length);
  return lists.length === 1 ? lists[0] : null;
}

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented || isTyping(event.target)) return;
  if (/^[a-z]$/i.test(event.key) && document.documentElement.dataset.letterKeys === 'off') return;
  const rows = [...listOf(event)?.querySelectorAll('tbody tr') ?? []].filter(anchor);
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

export function attach() {
  if (tables++ === 0) document.addEventListener('keydown', onKey);
}

export function detach() {
  if (--tables === 0) document.removeEventListener('keydown', onKey);
}
