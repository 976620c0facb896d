import { describe, expect, it, test } from 'vitest';
import type { Platform } from '../../src/model/rendered-cluster.ts';
import type { Report } from '../../src/model/report.ts';
import { escapeHtml } from '../../src/report/escape-html.ts';
import { html } from '../../src/report/html.ts';
import { showInvisible } from '../../src/report/invisible.ts';
import { clip } from '../../src/report/wording.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { controls, hostileTexts } from './hostile-texts.ts';
import { attribute, byName, parseHtml, textOf } from './html-tree.ts';

describe('untrusted text in HTML', () => {
  test.each(hostileTexts.map((text) => [text]))('%j comes back as content and as attribute', (text) => {
    const tree = parseHtml(
      `<!doctype html><title>t</title><p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`,
    );
    const [paragraph, ...others] = byName(tree, 'p');
    expect(tree.errors).toEqual([]);
    expect(others).toEqual([]);
    expect(paragraph && textOf(paragraph)).toBe(showInvisible(text));
    expect(paragraph?.attrs).toEqual([{ name: 'title', value: showInvisible(text) }]);
    expect(tree.elements.map(({ tagName }) => tagName)).toEqual(['html', 'head', 'title', 'body', 'p']);
  });
});

/** Each element with its attributes. */
const writtenElements: readonly string[] = [
  'a class href',
  'a href',
  'article class data-age data-platforms id',
  'body',
  'button type',
  'caption',
  'code',
  'dd',
  'del',
  'details',
  'details class',
  'details class data-platforms',
  'div',
  'div aria-label class role tabindex',
  'dl',
  'dt',
  'fieldset',
  'footer',
  'form aria-label autocomplete class hidden id role',
  'h1',
  'h2',
  'h2 id',
  'h2 id tabindex',
  'h3',
  'h4',
  'head',
  'header',
  'html lang',
  'input checked name type value',
  'input id name type',
  'input name type value',
  'ins',
  'label class',
  'label for',
  'legend',
  'li',
  'main',
  'mark',
  'meta charset',
  'meta content http-equiv',
  'meta content name',
  'option value',
  'p',
  'p class',
  'p id role',
  'pre',
  'pre class',
  'script',
  'section aria-labelledby',
  'section class data-check data-severity',
  'select id name',
  'span aria-hidden',
  'span class',
  'style',
  'summary',
  'table',
  'table class',
  'tbody',
  'td',
  'td class',
  'th scope',
  'thead',
  'title',
  'tr',
  'ul',
  'ul class',
];

/** The hostile report as a stranger's file may have it: each entry is on a platform and has networking, by name. */
function hostileMatrix(): Report {
  const report = hostileReport();
  const entries = report.entries.map((entry) => ({
    ...entry,
    source: 'terraform' as const,
    // The types forbid it; a report that was read from a file has been seen by its schema only.
    platform: entry.name as Platform,
    os: 'flatcar' as const,
    osVersion: entry.name,
    networking: entry.name,
  }));
  return {
    ...report,
    entries: [...entries, ...report.entries.map((entry) => ({ ...entry, name: `b${entry.name}` }))],
  };
}

describe('a hostile report as a page', () => {
  const page = html.render(hostileMatrix(), hostileOptions);
  const tree = parseHtml(page);

  it('is read without an error', () => {
    expect(tree.errors).toEqual([]);
    expect(tree.comments).toEqual([]);
    expect(page).not.toMatch(controls);
  });

  it('has the elements and attributes that we write, and no other', () => {
    const names = new Set<string>();
    for (const { tagName, attrs } of tree.elements) {
      names.add([tagName, ...attrs.map(({ name }) => name).sort()].join(' '));
    }
    expect([...names].sort()).toEqual(writtenElements);
  });

  it('has no text in attributes but numbers and our own words', () => {
    for (const { attrs } of tree.elements) {
      for (const { name, value } of attrs) {
        if (name === 'content') continue;
        if (name === 'href')
          expect(value).toMatch(/^(?:#findings|https:\/\/windtunnel\.example\/checks\/[a-z/-]+)$/);
        else expect(value).toMatch(/^[A-Za-z0-9 -]*$/);
      }
    }
  });

  it('has one script and one style sheet, the same as on every other page', () => {
    const other = parseHtml(html.render({ ...hostileReport(), findings: [], entries: [] }, hostileOptions));
    for (const name of ['script', 'style']) {
      expect(byName(tree, name)).toHaveLength(1);
      expect(byName(tree, name).map(textOf)).toEqual(byName(other, name).map(textOf));
    }
    const policies = [tree, other].map((one) =>
      byName(one, 'meta').map((meta) => attribute(meta, 'content')),
    );
    expect(policies[0]).toEqual(policies[1]);
  });

  it('shows every text as text', () => {
    const shown = (text: string, most: number): string => showInvisible(clip(text, most));
    const messages = byName(tree, 'h4').map(textOf);
    const cells = byName(tree, 'td').map(textOf);
    const columns = byName(tree, 'th').map(textOf);
    const facts = byName(tree, 'dd').map(textOf);
    for (const text of hostileTexts) {
      // A heading without words would be none: there the check's id stands.
      if (text.trim() !== '') expect(messages).toContain(shown(text, 1000));
      expect(cells).toContain(shown(text, 1000));
      expect(columns).toContain(shown(text, 200));
      if (text !== '') expect(facts).toContain(shown(text, 1000));
    }
  });
});
