// Downloads belong to the browser: a click on an export only gets a number, by which the server tells how far it is and can be told
// to stop. What is over within a moment shows nothing.
(() => {
  const patience = 700, every = 400, unheard = 10000;
  const number = n => n.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');

  // crypto.randomUUID asks for https; many offices have none inside.
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const hex = [...bytes].map(b => b.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const shelf = () => document.querySelector('.export-runs') ?? document.body.appendChild(element('div', { class: 'export-runs no-print' }));

  // The count above the list, if that has been read by now and the page is still the one of the click.
  const totalOf = page => (location.href === page ? Number(document.querySelector('main [data-total]')?.dataset.total ?? 0) : 0);

  const show = (id, title) => {
    const words = element('span', {}, '');
    const said = element('span', { class: 'visually-hidden', role: 'status' });
    const bar = element('i', {});
    const track = element('div', { class: 'track unknown', role: 'progressbar', 'aria-label': `导出「${title}」`, 'aria-valuemin': 0, 'aria-valuemax': 100 }, bar);
    const button = element('button', { type: 'button', class: 'button small' }, '取消');
    const line = element('section', { class: 'export-run', 'aria-label': `导出「${title}」` },
      element('div', { class: 'progress' }, element('div', { class: 'row' }, element('strong', {}, title), element('span', { class: 'spacer' }), words), track), button, said);
    button.onclick = () => {
      if (button.textContent === '关闭') return line.remove();
      button.disabled = true;
      words.textContent = '正在取消…';
      fetch(`/exports/runs/${id}/cancel`, { method: 'POST' }).catch(() => { button.disabled = false; });
    };
    shelf().append(line);
    said.textContent = `正在导出「${title}」`;
    return {
      at(rows, total) {
        const known = total && rows <= total;
        if (!button.disabled) words.textContent = `已导出 ${number(rows)} 行` + (known ? ` / 共 ${number(total)} 行` : '');
        track.classList.toggle('unknown', !known);
        if (!known) return track.removeAttribute('aria-valuenow');
        const percent = Math.floor(100 * rows / total);
        bar.style.width = percent + '%';
        track.setAttribute('aria-valuenow', percent);
      },
      end(sentence, good) {
        words.textContent = said.textContent = sentence;
        track.remove();
        button.disabled = false;
        button.textContent = '关闭';
        if (good) setTimeout(() => line.remove(), 8000);
      },
    };
  };

  const watch = async (id, page) => {
    let line = null, heard = false, total = 0;
    for (const began = Date.now(); ; await new Promise(resolve => setTimeout(resolve, every))) {
      let run = null;
      try {
        const answer = await fetch(`/exports/runs/${id}`, { cache: 'no-store' });
        if (answer.ok && answer.headers.get('Content-Type')?.includes('json')) run = await answer.json();
      } catch { /* The line broke for a moment. */ }
      if (!run) {
        // Not begun yet, refused, or on another node: the download goes on as any other.
        if (heard || Date.now() - began > unheard) return line?.end('无法得知进度，请查看浏览器的下载。', false);
        continue;
      }
      heard = true;
      if (!run.finished) (line ??= show(id, run.title)).at(run.rows, total ||= totalOf(page));
      else return line?.end(run.whole ? `已导出 ${number(run.rows)} 行` : run.cancelled ? `已取消，写出的 ${number(run.rows)} 行没有保存` : '导出中断，请重试', run.whole);
    }
  };

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-export]');
    if (!link || event.defaultPrevented) return;
    const id = newId(), address = link.dataset.export;
    link.href = `${address}${address.includes('?') ? '&' : '?'}run=${id}`;
    const page = location.href;
    setTimeout(() => watch(id, page), patience);
  });
})();
