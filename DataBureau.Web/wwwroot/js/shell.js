// The few things of the shell that must not wait for a circuit: menu state, skip link, popovers, reconnect buttons.
(() => {
  // The skeleton leaves in the same frame in which the interactive layout arrives.
  const settle = () => {
    if (!document.querySelector('[data-interactive="true"]')) return false;
    document.querySelector('.skeleton')?.remove();
    return true;
  };
  if (document.querySelector('.skeleton') && !settle()) {
    const observer = new MutationObserver(() => settle() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
  }

  const closePopovers = except => document.querySelectorAll('details.popover[open]').forEach(d => d !== except && d.removeAttribute('open'));

  document.addEventListener('click', event => {
    const target = event.target;
    const toggle = target.closest?.('[data-nav-toggle]');
    if (toggle) {
      const collapsed = toggle.dataset.navToggle === 'collapsed';
      document.documentElement.toggleAttribute('data-nav', collapsed);
      if (collapsed) document.documentElement.dataset.nav = 'collapsed';
      document.cookie = `nav=${collapsed ? 'collapsed' : 'expanded'}; path=/; max-age=31536000; samesite=lax`;
      toggle.parentElement.querySelector(collapsed ? '.expand' : '.collapse')?.focus();
    } else if (target.closest?.('[data-letter-keys-set]')) {
      const button = target.closest('[data-letter-keys-set]'), off = button.dataset.letterKeysSet === 'off';
      document.documentElement.dataset.letterKeys = off ? 'off' : 'on';
      document.cookie = `letter-keys=${off ? 'off' : 'on'}; path=/; max-age=31536000; samesite=lax`;
      button.parentElement.querySelector(off ? '.on' : '.off')?.focus();
    } else if (target.closest?.('[data-skip]')) {
      event.preventDefault();
      document.getElementById('main')?.focus();
    } else if (target.closest?.('[data-reload]')) {
      location.reload();
    } else if (target.closest?.('[data-reconnect]')) {
      Blazor.reconnect().then(ok => ok || location.reload(), () => location.reload());
    }
    const pick = target.closest?.('[data-date-pick]');
    if (pick) openCalendar(pick.parentElement);
    // A link in a popover leads away from it.
    closePopovers(target.closest?.('a[href]') ? null : target.closest?.('details.popover'));
  }, true);

  // Dates are typed; the browser's own calendar is the other way to fill the same field.
  const openCalendar = date => {
    const native = date.querySelector('[data-date-native]');
    native.value = date.querySelector('.input').value;
    native.showPicker();
  };
  document.addEventListener('change', event => {
    if (!event.target.matches?.('[data-date-native]')) return;
    const text = event.target.parentElement.querySelector('.input');
    text.value = event.target.value;
    text.dispatchEvent(new Event('change', { bubbles: true }));
    text.focus();
  });

  document.addEventListener('keydown', event => {
    const date = event.altKey && event.key === 'ArrowDown' && event.target.closest?.('.date');
    if (date) {
      event.preventDefault();
      openCalendar(date);
    }
    const open = event.key === 'Escape' && document.querySelector('details.popover[open]');
    if (!open) return;
    closePopovers();
    open.querySelector('summary')?.focus();
  });
})();
