(() => {
  'use strict';
  const root = document.documentElement;

  // theme: the system's until the button is pressed
  const button = document.getElementById('theme');
  const dark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const name = () => { button.textContent = dark() ? 'Light' : 'Dark'; };
  button.hidden = false;
  button.addEventListener('click', () => { root.dataset.theme = dark() ? 'light' : 'dark'; name(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', name);
  name();

  // tables: a header sorts its column; equal rows stay in their order, what is empty stays last
  for (const table of document.querySelectorAll('table.sortable')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => head.firstElementChild.addEventListener('click', () => {
      const numeric = head.classList.contains('number');
      const first = numeric ? 'descending' : 'ascending';
      const other = numeric ? 'ascending' : 'descending';
      const order = head.getAttribute('aria-sort') === first ? other : first;
      heads.forEach(one => one.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', order);
      const sign = order === 'ascending' ? 1 : -1;
      const key = row => numeric ? row.cells[column].dataset.key : row.cells[column].textContent;
      const body = table.tBodies[0];
      const rows = [...body.rows].map(row => [key(row), row]);
      rows.sort(([a], [b]) => {
        if (a === '' || b === '') return (a === '') - (b === '');
        return sign * (numeric ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);
      });
      body.append(...rows.map(([, row]) => row));
    }));
  }

  // heat maps: one of them at a time
  const pair = document.getElementById('pair');
  const layer = document.getElementById('layer');
  if (pair) {
    const show = () => {
      for (const map of document.querySelectorAll('.heatmap')) {
        map.hidden = map.dataset.pair !== pair.value || map.dataset.layer !== layer.value;
      }
    };
    pair.addEventListener('change', show);
    layer.addEventListener('change', show);
    pair.closest('.choices').hidden = false;
    show();
  }
})();
