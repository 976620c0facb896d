/**
 * The filters, for browsers that run scripts: without it the page shows everything. A constant, so that the page's
 * policy can name it by hash; whatever it knows of the report it reads from the elements that are there.
 */
export const filterScript = `
'use strict';
(() => {
  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  if (!form || !shown) return;
  const item = (element) => ({
    element,
    platforms: element.dataset.platforms.split(' '),
    age: element.dataset.age,
    text: undefined,
  });
  const groups = Array.from(document.querySelectorAll('.group'), (element) => ({
    element,
    severity: element.dataset.severity,
    check: element.dataset.check,
    title: element.querySelector('h3').textContent,
    findings: Array.from(element.querySelectorAll('.finding'), item),
  }));
  const changes = Array.from(document.querySelectorAll('.change'), item);
  const machines = Array.from(document.querySelectorAll('.machine'), (element) => ({
    element,
    listings: Array.from(element.querySelectorAll('.listing'), item),
  }));
  const all = groups.reduce((sum, group) => sum + group.findings.length, 0);

  const filter = (items, title, stays) => {
    let left = 0;
    for (const one of items) {
      const isShown = stays(one, () => (one.text ??= (title + ' ' + one.element.textContent).toLowerCase()));
      one.element.hidden = !isShown;
      if (isShown) left += 1;
    }
    return left;
  };
  const counted = (count, of, noun) => count + ' of ' + of + ' ' + noun + (of === 1 ? '' : 's');
  const apply = () => {
    const wanted = new FormData(form);
    const severities = wanted.getAll('severity');
    const check = wanted.get('check') || '';
    const platform = wanted.get('platform') || '';
    const age = wanted.get('age') || '';
    const words = (wanted.get('text') || '').toLowerCase().split(/\\s+/).filter(Boolean);
    const fits = (one, text) =>
      (platform === '' || one.platforms.includes(platform)) &&
      (words.length === 0 || words.every((word) => text().includes(word)));
    let count = 0;
    for (const group of groups) {
      const isWanted = severities.includes(group.severity) && (check === '' || check === group.check);
      const left = filter(
        group.findings,
        group.title,
        (one, text) => isWanted && (age === '' || age === one.age) && fits(one, text),
      );
      group.element.hidden = left === 0;
      count += left;
    }
    const parts = groups.length > 0 ? [counted(count, all, 'finding')] : [];
    const differences = filter(changes, '', fits);
    if (changes.length > 0) parts.push(counted(differences, changes.length, 'difference'));
    for (const { element, listings } of machines) element.hidden = filter(listings, '', fits) === 0;
    shown.textContent = parts.length > 0 ? parts.join(' and ') + ' shown' : '';
  };

  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their first values only after the event.
  form.addEventListener('reset', () => setTimeout(apply));
  apply();
})();
`;
