// Where a list was left. Coming back to it, by the browser or by a link back, shows the same page of it, with the same filters, at the
// same place. Pages and filters stand in the address; this remembers the address by path, and how far was scrolled by address.
(() => {
  const here = () => location.pathname + location.search;
  const placeOf = block => `place ${here()} ${block.getAttribute('aria-label')}`;
  const settled = new WeakMap(); // list → the address whose rows it shows

  // Storage may be full or forbidden: then lists begin at the top, as they would without this.
  const read = key => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } };
  const write = (key, value) => { try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* see above */ } };

  let returning = performance.getEntriesByType('navigation')[0]?.type !== 'navigate';

  const settle = block => {
    if (block.getAttribute('aria-busy') === 'true' || settled.get(block) === here() || !block.querySelector('a[data-row-link]')) return;
    const again = settled.has(block);
    settled.set(block, here());
    write(`list ${location.pathname}`, here());
    const scroll = block.querySelector('.table-scroll'), place = returning && read(placeOf(block));
    if (place) {
      scroll.scrollTo(place.left, place.top);
      window.scrollTo(0, place.page);
    } else if (again) scroll.scrollTop = 0;
  };

  new MutationObserver(() => document.querySelectorAll('main [data-table]').forEach(settle))
    .observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy'] });

  // A list that is being left for another address no longer tells where it stood.
  document.addEventListener('scroll', event => {
    const block = event.target === document ? document.querySelector('main [data-table]') : event.target.closest?.('[data-table]');
    if (!block || settled.get(block) !== here()) return;
    const scroll = block.querySelector('.table-scroll');
    write(placeOf(block), { left: scroll.scrollLeft, top: scroll.scrollTop, page: window.scrollY });
  }, { capture: true, passive: true });

  // Whoever does something before the rows are there is not moved about any more.
  for (const name of ['pointerdown', 'keydown', 'wheel']) document.addEventListener(name, () => { returning = false; }, { capture: true, passive: true });
  window.addEventListener('popstate', () => { returning = true; });

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-back]');
    if (!link) return;
    returning = true;
    // Not to another list than the link names: what it narrows to, the remembered one must narrow to as well.
    const left = read(`list ${link.pathname}`), of = new URLSearchParams(left?.split('?')[1]);
    if (left && [...new URLSearchParams(link.search)].every(([key, value]) => of.get(key) === value)) link.href = left;
  }, true);
})();
