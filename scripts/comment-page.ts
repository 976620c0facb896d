import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { checks } from '../checks/index.generated.ts';
import { describer } from '../src/commands/describe-checks.ts';
import { comment } from '../src/report/comment.ts';
import { readReportFile } from '../src/report-file/read-report-file.ts';

// Near to what GitHub does with Markdown, in words of our own.
const style = `
  body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; color: #1f2328; background: #fff }
  h3 { font-size: 18px } h4 { font-size: 15px } a { color: #0550ae; text-decoration: none }
  table { border-collapse: collapse } th, td { border: 1px solid #d1d9e0; padding: 5px 12px; text-align: left }
  pre { background: #f6f8fa; padding: 12px; overflow: auto } code { font: 12px ui-monospace, monospace }
  summary { cursor: default } li { margin: 4px 0 }
`;

/** An HTML page of the comment that a report gives on a pull request. */
export function commentPage(reportFile: string): string {
  const read = readReportFile(readFileSync(reportFile, 'utf8'));
  if (read.kind !== 'report') throw new Error(read.problems.join('; '));
  const text = comment(read.report, {
    failOn: read.failOn,
    describe: describer(checks),
    marker: { identity: '0'.repeat(32), head: 'c0ffee'.padEnd(40, '0'), run: { number: 1, attempt: 1 } },
    repositoryUrl: 'https://github.com/octo-org/clusters',
    reportUrl: 'https://github.com/octo-org/clusters/actions/runs/1',
    postedAt: '2026-11-21 22:07 UTC',
  });
  const body = micromark(text, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return `<!doctype html><meta charset="utf-8"><title>comment</title><style>${style}</style>${body}`;
}
