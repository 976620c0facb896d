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
  const groups = Array.from(document.querySelectorAll('.group'), (element) => ({
    element,
    severity: element.dataset.severity,
    check: element.dataset.check,
    title: element.querySelector('h3').textContent,
    findings: Array.from(element.querySelectorAll('.finding'), (finding) => ({
      element: finding,
      platforms: finding.dataset.platforms.split(' '),
      text: undefined,
    })),
  }));
  const all = groups.reduce((sum, group) => sum + group.findings.length, 0);

  const textOf = (group, finding) => {
    finding.text ??= (group.title + ' ' + finding.element.textContent).toLowerCase();
    return finding.text;
  };
  const apply = () => {
    const wanted = new FormData(form);
    const severities = wanted.getAll('severity');
    const check = wanted.get('check') || '';
    const platform = wanted.get('platform') || '';
    const words = (wanted.get('text') || '').toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const group of groups) {
      const fits = severities.includes(group.severity) && (check === '' || check === group.check);
      let left = 0;
      for (const finding of group.findings) {
        const stays =
          fits &&
          (platform === '' || finding.platforms.includes(platform)) &&
          words.every((word) => textOf(group, finding).includes(word));
        finding.element.hidden = !stays;
        if (stays) left += 1;
      }
      group.element.hidden = left === 0;
      count += left;
    }
    shown.textContent = count + ' of ' + all + (all === 1 ? ' finding' : ' findings') + ' shown';
  };

  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their first values only after the event.
  form.addEventListener('reset', () => setTimeout(apply));
  apply();
})();
`;
