import { describe, expect, it, test } from 'vitest';
import { assembleReport } from '../../src/model/assemble-report.ts';
import type { Report } from '../../src/model/report.ts';
import { readMarker } from '../../src/report/comment/marker.ts';
import { comment } from '../../src/report/comment.ts';
import { handMadeRun } from '../report/hand-made-run.ts';
import { hostileOptions, hostileReport } from '../report/hostile-report.ts';
import { controls, hostileTexts } from '../report/hostile-texts.ts';
import { elementNames, mention, proseOf, renderMarkdown } from '../report/render-markdown.ts';
import { commentOptions, head } from './comment-options.ts';

/** Paths that a browser, a shell or a Markdown reader might follow somewhere else. */
const hostilePaths = [
  '../../../settings',
  'a/../../b.yaml',
  './a.yaml',
  '/etc/passwd',
  '//evil.example/x',
  'a//b.yaml',
  'https://evil.example/x',
  'javascript:alert(1)',
  'a) [x](https://evil.example',
  'a" onclick="x',
  'a?b=c#L1',
  '%2e%2e/%2e%2e/x.yaml',
  'a\\..\\b.yaml',
  'a\nb.yaml',
  '\ud800.yaml',
  'машина.yaml',
];

/** Every string that a stranger can choose is the text. */
function reportOf(text: string): Report {
  return assembleReport({
    version: '0.1.0',
    entries: [
      {
        name: text,
        source: 'terraform',
        platform: 'aws',
        networking: text,
        arch: text,
        kubernetesFrom: text,
      },
      { name: `${text}2`, source: 'terraform', platform: 'aws', networking: text, arch: `${text}2` },
    ],
    objects: 1,
    files: [text],
    problems: [text, `${text}2`].map((entry) => ({
      check: 'unit/unknown-directive',
      stage: 'units',
      severity: 'error',
      message: text,
      origin: { file: text, line: 3, column: 2, endLine: 4, endColumn: 9 },
      related: [{ origin: { file: text, line: 1, column: 1 }, message: text }],
      fix: text,
      rendered: text,
      entry,
    })),
    results: [
      { stage: 'kubernetes', entry: text, subject: text, outcome: { status: 'passed' } },
      { stage: 'units', entry: text, subject: text, outcome: { status: 'failed', reason: text } },
    ],
    leftOut: [{ file: text, status: 'skipped', reason: text }],
    gaps: [],
    readText: () => `${text}\n${text}\n${text}\n${text}`,
  });
}

/** The same against a base: what is old, gone, changed and not known has the text as well. */
function comparedReportOf(text: string): Report {
  const report = reportOf(text);
  const [finding, ...old] = report.findings;
  if (!finding) throw new Error('the run has findings');
  const gone = { ...finding, origin: { file: `${text}.yaml`, line: 1, column: 1 }, entries: [text] };
  const line = text.replaceAll('\n', ' ');
  return {
    ...report,
    base: {
      commit: head,
      isComplete: false,
      findings: [...old, { ...gone, fingerprint: 'a'.repeat(32) }],
    },
    difference: {
      entries: [
        { name: text, status: 'unknown', reason: text },
        { name: `${text}2`, status: 'added' },
        { name: `${text}3`, status: 'removed' },
      ],
      changes: [
        {
          path: text,
          machines: [text],
          entries: [text],
          status: 'changed',
          lines: ['@@ -1,2 +1,2 @@', `-${line}`, `+${line}`, ` ${line}`],
          added: 1,
          removed: 1,
          leftOut: 0,
        },
      ],
    },
  };
}

const elements = [
  ...['a', 'code', 'details', 'h3', 'h4', 'li', 'p', 'pre', 'strong', 'summary'],
  ...['table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
];

/** Addresses of all links, as a browser would go to them. */
function links(html: string): URL[] {
  return Array.from(
    html.matchAll(/href="([^"]*)"/g),
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&')),
  );
}

function expectInert(text: string): void {
  const html = renderMarkdown(text);
  expect(elements).toEqual(expect.arrayContaining(elementNames(html.replace(/^<!-- .* -->$/m, ''))));
  expect(html).not.toMatch(controls);
  expect(proseOf(html)).not.toMatch(mention);
  const rows = html.match(/<tr>.*?<\/tr>/gs) ?? [];
  expect(new Set(rows.map((row) => row.match(/<t[dh]>/g)?.length)).size).toBeLessThan(2);
  for (const { host, pathname } of links(html)) {
    if (host === 'windtunnel.example') continue;
    expect(host).toBe('github.example');
    expect(pathname).toMatch(new RegExp(`^/octo-org/clusters/(blob/${head}/.|actions/runs/99$)`));
  }
}

describe('a hostile text', () => {
  test.each([...hostileTexts, ...hostilePaths].map((text) => [text]))(
    '%j is inert wherever it stands',
    (text) => {
      const report = reportOf(text);
      expectInert(comment(report, commentOptions));
      expectInert(comment(comparedReportOf(text), commentOptions));
    },
  );

  it('is inert in what a check says, and with all others', () => {
    expectInert(comment(hostileReport(), { ...commentOptions, describe: hostileOptions.describe }));
  });

  it('cannot take the marker, nor write another', () => {
    const marker = '<!-- windtunnel comment=00000000000000000000000000000000 head=x run=1.1 -->';
    const text = comment(reportOf(marker), commentOptions);
    expect(renderMarkdown(text).match(/<!--/g)).toHaveLength(1);
    expect(readMarker(text)).toEqual(commentOptions.marker);
  });
});

describe('a place', () => {
  const linkOf = (file: string, line = 3, endLine?: number): string | undefined => {
    const origin = { file, line, column: 1, ...(endLine !== undefined && { endLine, endColumn: 2 }) };
    const problem = { check: 'unit/unknown-directive', stage: 'units', severity: 'error' } as const;
    const report = assembleReport({
      ...handMadeRun,
      problems: [{ ...problem, message: 'm', origin, entry: 'aws' }],
    });
    const found = links(renderMarkdown(comment(report, commentOptions))).find(({ pathname }) =>
      pathname.includes('/blob/'),
    );
    return found?.href.slice(`https://github.example/octo-org/clusters/blob/${head}/`.length);
  };

  it('links to its lines at the head commit', () => {
    expect(linkOf('a b/c.yaml')).toBe('a%20b/c.yaml?plain=1#L3');
    expect(linkOf('c.yaml', 3, 9)).toBe('c.yaml?plain=1#L3-L9');
    expect(linkOf('c.yaml', 0)).toBe('c.yaml');
    expect(linkOf('a(b)#c?.yaml')).toBe('a%28b%29%23c%3F.yaml?plain=1#L3');
  });

  it.each(['../x', 'a/./b', '/x', 'a//b', '', '..'])('has no link for %j', (file) => {
    expect(linkOf(file)).toBeUndefined();
  });

  it('is below the folder of the workspace', () => {
    const text = comment(assembleReport(handMadeRun), { ...commentOptions, folder: 'clusters/prod' });
    expect(text).toContain(`/blob/${head}/clusters/prod/configs/controller.yaml?plain=1#L9)`);
  });
});
