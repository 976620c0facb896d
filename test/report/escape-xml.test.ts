import { describe, expect, it, test } from 'vitest';
import { escapeXml } from '../../src/report/escape-xml.ts';
import { showInvisible } from '../../src/report/invisible.ts';
import { junit } from '../../src/report/junit.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { controls, hostileTexts } from './hostile-texts.ts';
import { parseXml } from './parse-xml.ts';

describe('untrusted text in XML', () => {
  test.each(hostileTexts.map((text) => [text]))('%j comes back as content and as attribute', (text) => {
    const root = parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`).documentElement;
    expect(root?.childNodes.length).toBeLessThanOrEqual(1);
    expect(root?.textContent).toBe(showInvisible(text));
    expect(root?.getAttribute('b')).toBe(showInvisible(text));
    expect(root?.attributes.length).toBe(1);
  });

  it('has nothing that XML 1.0 forbids', () => {
    for (const text of hostileTexts) {
      // https://www.w3.org/TR/xml/#charsets
      expect(escapeXml(text)).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(escapeXml(text)).not.toMatch(controls);
    }
  });
});

describe('a hostile report as JUnit', () => {
  const document = parseXml(junit.render(hostileReport(), hostileOptions));

  it('has the elements and attributes that we write, and no other', () => {
    const names = new Set<string>();
    for (const element of Array.from(document.getElementsByTagName('*'))) {
      names.add(element.tagName);
      for (const { name } of Array.from(element.attributes)) names.add(`${element.tagName}@${name}`);
    }
    expect([...names].sort()).toEqual([
      'error',
      'error@message',
      'failure',
      'failure@message',
      'failure@type',
      'skipped',
      'skipped@message',
      'system-out',
      'testcase',
      'testcase@classname',
      'testcase@name',
      'testsuite',
      'testsuite@errors',
      'testsuite@failures',
      'testsuite@name',
      'testsuite@skipped',
      'testsuite@tests',
      'testsuites',
      'testsuites@errors',
      'testsuites@failures',
      'testsuites@name',
      'testsuites@skipped',
      'testsuites@tests',
    ]);
  });

  it('has a case for each input that failed', () => {
    const errors = Array.from(document.getElementsByTagName('error'), (error) =>
      error.getAttribute('message'),
    );
    for (const text of hostileTexts) expect(errors).toContain(showInvisible(text));
  });
});

it.each(['<a>&b</a>', '<a b=c/>', '<a></b>', '<a/><b/>'])('is read by a parser that refuses %s', (text) => {
  expect(() => parseXml(text)).toThrow();
});
