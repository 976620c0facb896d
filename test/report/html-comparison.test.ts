import { describe, expect, it, test } from 'vitest';
import { html } from '../../src/report/html.ts';
import { cleanReport, plainOptions } from './hand-made-run.ts';
import { comparedReport, kubeletDiff, partReport } from './html-compared-report.ts';
import { matrixReport } from './html-matrix-report.ts';
import { attribute, byClass, byName, type HtmlTree, parseHtml, textOf, words } from './html-tree.ts';

function section(tree: HtmlTree, id: string) {
  const found = byName(tree, 'section').find((one) => attribute(one, 'aria-labelledby') === id);
  if (!found) throw new Error(`the page has no section ${id}`);
  return found;
}

describe('a page with a base', () => {
  const page = html.render(comparedReport(), plainOptions);
  const tree = parseHtml(page);

  it('is what the HTML standard takes', () => {
    expect(tree.errors).toEqual([]);
  });

  it('counts new, old and gone findings', () => {
    expect(byName(tree, 'header').map(words)[0]).toContain(
      'Against base ba5e000000: 3 new, 1 old, 1 gone, 1 could not be looked for again.',
    );
  });

  it('says of each finding whether it is new', () => {
    expect(
      byClass(tree, 'finding').map((finding) => [
        ...byName(finding, 'h4').map(words),
        ...byClass(finding, 'age').map(words),
      ]),
    ).toEqual([
      ['Everywhere in modules.', 'old'],
      ['On aws only.', 'new'],
      ['In a file for hetzner.', 'new'],
      ['In a file without a platform.', 'new'],
    ]);
  });

  it('has what is gone, and what nobody looked for, in folds', () => {
    expect(byClass(tree, 'gone').map((fold) => byName(fold, 'summary').map(words))).toEqual([
      ['1 finding of the base gone'],
      ['1 finding of the base could not be looked for again'],
    ]);
    expect(byClass(tree, 'gone').map((fold) => words(byName(fold, 'td')[1] ?? fold))).toEqual([
      'Mended by now. unit/unknown-directive',
      'Nobody knows. unit/unknown-directive',
    ]);
  });

  it('says that the base was not looked at as a whole', () => {
    const report = comparedReport();
    const base = report.base && { ...report.base, isComplete: false };
    const doubtful = parseHtml(html.render({ ...report, ...(base && { base }) }, plainOptions));
    expect(byName(doubtful, 'header').map(words)[0]).toContain('what is new here may be older.');
    expect(byName(tree, 'header').map(words)[0]).not.toContain('may be older');
  });
});

describe('the rendered difference', () => {
  const tree = parseHtml(html.render(comparedReport(), plainOptions));
  const difference = section(tree, 'difference');
  const changes = byClass(difference, 'change');

  it('has a line that sums it up', () => {
    expect(words(byName(difference, 'p')[0] ?? difference)).toBe(
      'Rendered: 2 of 12 entries changed, 9 the same, 1 could not be compared. 2 differences, each shown once.',
    );
  });

  it('names the entries that are not known with the reason, unfolded, and the others in folds', () => {
    expect(words(byName(difference, 'ul')[0] ?? difference)).toBe(
      'azure/kubernetes networking=cilium controllers=3: the head could not be rendered',
    );
    const folds = byName(difference, 'summary').map(words);
    expect(folds.slice(0, 2)).toEqual(['2 entries changed', '9 entries the same']);
  });

  it('has each change once, with path, counts, machines and entries', () => {
    expect(changes.map((change) => byName(change, 'summary').map(words))).toEqual([
      ['± changed /etc/systemd/system/kubelet.service 2 lines added, 1 removed'],
      ['+ added manifests/coredns.yaml 1 line added, 0 removed'],
    ]);
    expect(changes.map((change) => byName(change, 'dd').map(words))).toEqual([
      ['controller, worker', 'aws/kubernetes networking=calico controllers=1'],
      ['metal/kubernetes'],
    ]);
  });

  it('has the lines as they are, with their signs', () => {
    const [kubelet, coredns] = changes;
    if (!kubelet || !coredns) throw new Error('the page has two changes');
    expect(byName(kubelet, 'pre').map(textOf)).toEqual([kubeletDiff.join('\n')]);
    expect(byName(kubelet, 'del').map(textOf)).toEqual([kubeletDiff[2]]);
    expect(byName(kubelet, 'ins').map(textOf)).toEqual([kubeletDiff.slice(3, 5).join('\n')]);
    expect(words(coredns)).toContain('7 lines of it not kept: it is too long.');
  });

  it.each([
    ['same', /^Rendered: the change changes nothing of what any machine, .* \(2 entries compared\)\.$/],
    ['added', /^Rendered: none of 2 entries changed, 1 the same, 1 added\.$/],
    ['unknown', /^Rendered: none of 2 entries known to have changed, 1 the same, 1 could not be compared\.$/],
  ] as const)('says what an entry means that is %s, where no file differs', (status, line) => {
    const other = status === 'unknown' ? { name: 'b', status, reason: 'r' } : { name: 'b', status };
    const entries = [{ name: 'a', status: 'same' } as const, other];
    const report = { ...matrixReport(), difference: { entries, changes: [] } };
    const own = section(parseHtml(html.render(report, plainOptions)), 'difference');
    expect(words(byName(own, 'p')[0] ?? own)).toMatch(line);
  });
});

describe('rendered files', () => {
  const rendered = section(parseHtml(html.render(comparedReport(), plainOptions)), 'rendered');

  it('stand by machine and path, behind folds', () => {
    expect(byName(rendered, 'summary').map(words)).toEqual([
      'On no machine: 1 file',
      'manifests/coredns.yaml',
      'controller: 1 file',
      '/etc/hosts',
    ]);
    expect(byName(rendered, 'details').every((fold) => attribute(fold, 'open') === undefined)).toBe(true);
  });

  it('are there as they are', () => {
    expect(byName(rendered, 'pre').map(textOf)).toEqual(['kind: Service\n', 'one\n\ttwo\n']);
  });
});

test('a report without base, difference and listing says nothing of them', () => {
  const tree = parseHtml(html.render(matrixReport(), plainOptions));
  expect(byName(tree, 'header').map(words)[0]).not.toContain('base');
  expect([...byClass(tree, 'age'), ...byClass(tree, 'gone'), ...byClass(tree, 'change')]).toEqual([]);
  expect(byName(tree, 'section').map((one) => attribute(one, 'aria-labelledby'))).not.toContain('difference');
  expect(byName(tree, 'input').map((field) => attribute(field, 'name'))).not.toContain('age');
});

test('a part of a run is no verdict', () => {
  const tree = parseHtml(html.render(partReport(), plainOptions));
  expect(byName(tree, 'title').map(textOf)).toEqual(['windtunnel: part 2/7']);
  expect(byClass(tree, 'result').map(words)).toEqual(['– part 2/7 of a run: no verdict']);
});

test('a clean run with differences has filters for them alone', () => {
  const { difference, entries } = comparedReport();
  const report = { ...cleanReport, entries, ...(difference && { difference }) };
  const fields = byName(parseHtml(html.render(report, plainOptions)), 'form').flatMap((form) => [
    ...byName(form, 'input'),
    ...byName(form, 'select'),
  ]);
  expect(fields.map((field) => attribute(field, 'name'))).toEqual(['text', 'platform']);
});
