import { describe, expect, it, test } from 'vitest';
import { codeBlock, escapeMarkdown } from '../../src/report/escape-markdown.ts';
import { showInvisible } from '../../src/report/invisible.ts';
import { markdown } from '../../src/report/markdown.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { controls, hostileTexts } from './hostile-texts.ts';
import { decodeEntities, elementNames, mention, proseOf, renderMarkdown } from './render-markdown.ts';

const gap = /\u200b/g;

describe('untrusted text in Markdown', () => {
  test.each(hostileTexts.map((text) => [text]))('%j is a paragraph of plain text', (text) => {
    const html = renderMarkdown(`${escapeMarkdown(text)}\n`);
    expect(elementNames(html)).toEqual(text === '' ? [] : ['p']);
    expect(html).not.toMatch(controls);
    expect(proseOf(html)).not.toMatch(mention);
    expect(proseOf(html).replace(gap, '').trim()).toBe(showInvisible(text).trim());
  });

  test.each(hostileTexts.map((text) => [text]))('%j is one cell of a table', (text) => {
    const html = renderMarkdown(`| a | b |\n| - | - |\n| ${escapeMarkdown(text)} | next |\n`);
    expect(elementNames(html)).toEqual(['table', 'tbody', 'td', 'th', 'thead', 'tr']);
    expect(html.match(/<td>/g)).toHaveLength(2);
    expect(html).toContain('<td>next</td>');
    expect(proseOf(html)).not.toMatch(mention);
  });

  test.each(hostileTexts.map((text) => [text]))('%j is inert in an HTML block', (text) => {
    const html = renderMarkdown(`<details><summary>${escapeMarkdown(text)}</summary>\n\n</details>\n`);
    expect(elementNames(html)).toEqual(['details', 'summary']);
  });

  test.each(hostileTexts.map((text) => [text]))('%j stays in its code block', (text) => {
    const html = renderMarkdown(`${codeBlock(['before', text, 'after'])}\n\nend\n`);
    expect(elementNames(html)).toEqual(['code', 'p', 'pre']);
    expect(decodeEntities(html)).toContain(`before\n${showInvisible(text)}\nafter\n`);
    expect(html.trimEnd().endsWith('<p>end</p>')).toBe(true);
  });

  it('does not make emoji of a place', () => {
    expect(escapeMarkdown('a.yaml:100:5')).toBe('a.yaml:&#8203;100:5');
    expect(escapeMarkdown('a.yaml:14:9')).toBe('a.yaml:14:9');
  });
});

it('has the elements that we write, and no other, for a hostile report', () => {
  const html = renderMarkdown(markdown.render(hostileReport(), hostileOptions));
  expect(elementNames(html)).toEqual(
    ['a', 'code', 'details', 'h2', 'h3', 'li', 'p', 'pre', 'strong', 'summary'].concat([
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ]),
  );
  expect(html).not.toMatch(controls);
  expect(proseOf(html)).not.toMatch(mention);
  const links = new Set(Array.from(html.matchAll(/href="([^"]*)"/g), ([, href = '']) => new URL(href).host));
  expect([...links]).toEqual(['windtunnel.example']);
});
