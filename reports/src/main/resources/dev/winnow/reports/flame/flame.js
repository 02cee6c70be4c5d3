'use strict';
(() => {
  // light and dark, one a stage, told apart by the colour-blind too; the legend and the text below name them
  const FILLS = {
    load: ['#f0c987', '#7a5a17'], indicators: ['#9fd3c7', '#1f6154'], signals: ['#a9c7f2', '#2b528c'],
    simulate: ['#f2a68b', '#8f3d1f'], write: ['#d9c2e9', '#63407e'], engine: ['#c5dc8d', '#4d6416'],
    workload: ['#f2a68b', '#8f3d1f'], command: ['#d5d0c4', '#575245'], compiler: ['#e8b9cb', '#7d3450'],
    collector: ['#f5e38a', '#6b5f0a'], other: ['#cfd4da', '#4a515b']
  };
  const ROW = 18;
  const percent = share => share === 0 ? '0 %' : (100 * share).toFixed(share < 0.001 ? 3 : share < 0.1 ? 2 : 1) + ' %';
  const short = name => name.replace(/^(?:[a-z_][\w$]*\.)+(?=[A-Z])/, '');
  const make = (tag, parent, text) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    return parent.appendChild(element);
  };
  const mix = (change, dark) => { // blue: less, grey: as before, orange: more
    const strength = Math.min(1, Math.sqrt(Math.abs(change) / 0.1));
    const grey = dark ? [74, 81, 91] : [214, 218, 223];
    const end = change > 0 ? (dark ? [160, 66, 10] : [245, 150, 90]) : (dark ? [30, 84, 150] : [120, 180, 240]);
    return `rgb(${grey.map((g, i) => Math.round(g + (end[i] - g) * strength)).join(' ')})`;
  };

  const draw = figure => {
    const data = JSON.parse(figure.querySelector('script').textContent);
    const frames = data.frames.map(([level, name, stage, left, width, before, after]) =>
      ({level, name: data.names[name], stage: data.stages[stage], left, width, before, after}));
    const levels = frames.reduce((most, frame) => Math.max(most, frame.level), 0) + 1;
    const bar = make('div', figure);
    bar.className = 'flame-bar';
    const search = make('input', bar);
    search.type = 'search';
    search.placeholder = 'Search frames ( / )';
    search.setAttribute('aria-label', 'Search frames');
    const reset = make('button', bar, 'Whole graph');
    reset.type = 'button';
    const found = make('span', bar);
    found.setAttribute('role', 'status');
    const legend = make('ul', figure);
    legend.className = 'flame-legend';
    const told = make('p', figure);
    told.className = 'flame-told';
    told.setAttribute('aria-live', 'polite');
    const rows = make('div', figure);
    rows.className = 'flame-rows';
    rows.setAttribute('role', 'group');
    rows.setAttribute('aria-label', 'Frames: arrow keys walk, Enter zooms, Escape shows the whole');

    const key = (text, fill) => {
      const item = make('li', legend);
      make('span', item).style.background = fill;
      item.append(text);
    };
    if (data.difference) {
      key('less', `light-dark(${mix(-1, false)}, ${mix(-1, true)})`);
      key('as before', `light-dark(${mix(0, false)}, ${mix(0, true)})`);
      key('more', `light-dark(${mix(1, false)}, ${mix(1, true)})`);
      key('hatched: gone', 'repeating-linear-gradient(45deg, #78b4f0 0 3px, transparent 3px 6px)');
      key('outlined: new', 'transparent');
      legend.lastChild.firstChild.style.outline = '2px solid light-dark(#8a3200, #ffb38a)';
    } else {
      const used = new Set(frames.slice(1).map(frame => frame.stage));
      data.stages.filter(stage => used.has(stage)).forEach(stage =>
        key(stage, `light-dark(${FILLS[stage].join(', ')})`));
    }

    let zoom = frames[0];
    let shown = [];
    const ancestorsOf = frame => {
      const path = [];
      let level = frame.level;
      for (let i = frames.indexOf(frame); i >= 0 && level >= 0; i--) {
        if (frames[i].level === level) { path.unshift(frames[i]); level--; }
      }
      return path;
    };
    const tell = frame => {
      const weight = data.difference
        ? `${percent(frame.before)} before, ${percent(frame.after)} after (${frame.after >= frame.before ? '+' : '−'}${percent(Math.abs(frame.after - frame.before))})`
          + (frame.after === 0 ? ', gone' : frame.before === 0 ? ', new' : '')
        : `${percent(frame.after)}, ${Math.round(frame.after * data.total).toLocaleString('en')} ${data.unit}, ${frame.stage}`;
      told.textContent = `${frame.name}: ${weight}`;
    };
    const matches = frame => {
      const asked = search.value.trim().toLowerCase();
      return asked !== '' && frame.name.toLowerCase().includes(asked);
    };
    const paint = focused => {
      rows.replaceChildren();
      shown = [];
      const path = ancestorsOf(zoom);
      const inside = frames.filter(frame => path.includes(frame)
        || (frame.level > zoom.level && frame.left >= zoom.left - 1e-9
          && frame.left + frame.width <= zoom.left + zoom.width + 1e-6));
      const searching = search.value.trim() !== '';
      let until = -1;
      let share = 0;
      for (const frame of inside) {
        const above = path.includes(frame);
        const left = above ? 0 : (frame.left - zoom.left) / zoom.width;
        const width = above ? 1 : frame.width / zoom.width;
        if (searching && !above && matches(frame) && frame.left >= until) {
          share += frame.width;
          until = frame.left + frame.width - 1e-9;
        }
        if (width * rows.clientWidth < 2) continue;
        const button = make('button', rows, width * rows.clientWidth > 24 ? short(frame.name) : '');
        button.type = 'button';
        button.tabIndex = -1;
        button.title = frame.name;
        button.setAttribute('aria-label', `${frame.name}, ${percent(frame.after)}`);
        button.style.cssText = `left:${100 * left}%;width:${100 * width}%;top:${frame.level * ROW}px`;
        button.style.setProperty('--fill', data.difference
          ? `light-dark(${mix(frame.after - frame.before, false)}, ${mix(frame.after - frame.before, true)})`
          : `light-dark(${FILLS[frame.stage].join(', ')})`);
        if (data.difference && frame.level > 0) {
          button.classList.toggle('gone', frame.after === 0 && frame.before > 0);
          button.classList.toggle('new', frame.before === 0 && frame.after > 0);
        }
        button.classList.toggle('dim', searching && !matches(frame));
        button.onclick = () => { zoom = frame; paint(frame); };
        button.onfocus = button.onmouseenter = () => tell(frame);
        shown.push({frame, button});
      }
      const deepest = shown.reduce((most, {frame}) => Math.max(most, frame.level), 0);
      rows.style.height = Math.min(levels, deepest + 1) * ROW + 'px';
      found.textContent = searching ? `${percent(Math.min(1, share))} in frames that match` : '';
      const target = shown.find(({frame}) => frame === (focused ?? zoom)) ?? shown[0];
      target.button.tabIndex = 0;
      if (focused) target.button.focus();
      tell(target.frame);
    };
    const walk = (from, key) => {
      const level = {ArrowUp: -1, ArrowDown: 1}[key] ?? 0;
      const row = shown.filter(({frame}) => frame.level === from.level + level);
      if (level) {
        const middle = from.left + from.width / 2;
        return row.find(({frame}) => frame.left <= middle && middle <= frame.left + frame.width)
          ?? row.find(({frame}) => frame.left >= from.left - 1e-9 && frame.left < from.left + from.width);
      }
      return row[row.findIndex(({frame}) => frame === from) + (key === 'ArrowRight' ? 1 : -1)];
    };
    rows.onkeydown = event => {
      const at = shown.find(({button}) => button === document.activeElement);
      if (event.key === 'Escape') { zoom = frames[0]; paint(frames[0]); return; }
      if (!at || !event.key.startsWith('Arrow')) return;
      event.preventDefault();
      const next = walk(at.frame, event.key);
      if (next) { at.button.tabIndex = -1; next.button.tabIndex = 0; next.button.focus(); }
    };
    reset.onclick = () => { zoom = frames[0]; paint(); };
    search.oninput = () => paint();
    figure.tabIndex = -1;
    document.addEventListener('keydown', event => {
      if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
        event.preventDefault();
        search.focus();
      }
    });
    let width = 0;
    new ResizeObserver(() => {
      if (rows.clientWidth !== width) { width = rows.clientWidth; paint(); }
    }).observe(rows);
  };
  document.querySelectorAll('figure.flame').forEach(draw);
})();
