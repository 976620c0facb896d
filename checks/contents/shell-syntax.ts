import { configWithFile } from '../../src/machine/example-config.ts';
import { shellDialect } from '../../src/machine/language.ts';
import { spaceSubshells } from '../../src/machine/nested-subshells.ts';
import { codePoints } from '../../src/machine/systemd/text.ts';
import { defineCheck, type TextPlace } from '../../src/model/check.ts';
import { LineMap } from '../../src/yaml/line-map.ts';

export const check = defineCheck({
  id: 'contents/shell-syntax',
  title: 'Shell script with a syntax error',
  severity: 'error',
  stage: 'contents',
  why: 'The shell runs the script up to the error and stops there, often at first boot with nobody to see it.',
  fix: 'Correct the place that is named; `bash -n` reads a script without running it.',
  since: '0.1.0',
  links: ['https://pkg.go.dev/mvdan.cc/sh/v3/syntax'],
  on: 'file',
  *run({ language, text, core }) {
    const dialect = language === 'shell' ? shellDialect(text) : undefined;
    if (dialect === undefined) return;
    // /bin/sh is bash on Fedora CoreOS and on Flatcar: what bash reads, works there.
    const posix =
      dialect === 'posix' ? core.call('shell.parse', { source: text, dialect }).entries : undefined;
    if (posix?.length === 0) return;
    const { entries } = core.call('shell.parse', { source: text, dialect: 'bash' });
    if (entries.length === 0) return;
    const { text: source, blanks } = spaceSubshells(text);
    const found =
      blanks.length === 0 ? entries : core.call('shell.parse', { source, dialect: 'bash' }).entries;
    for (const { message, line, column } of found) {
      const before = blanks.filter((each) => isBefore(text, each, line, column)).length;
      yield { message: `shell syntax: ${message}`, at: placeOf(text, line, column - before) };
    }
  },
  failing: { 'worker.yaml': config('if [ -e /etc/ready ]; then\n  echo ready\n') },
  passing: { 'worker.yaml': config('if [ -e /etc/ready ]; then\n  echo ready\nfi\n') },
});

/** Whether an offset stands in the line, and before the column. */
function isBefore(text: string, offset: number, line: number, column: number): boolean {
  const lines = text.slice(0, offset).split('\n');
  return lines.length === line && Buffer.byteLength(lines.at(-1) ?? '') < column - 1;
}

/** The core counts a column's bytes. */
function placeOf(text: string, line: number, column: number): TextPlace {
  const bytes = Buffer.from(new LineMap(text).line(line) ?? '');
  return {
    line: Math.max(line, 1),
    column: codePoints(bytes.subarray(0, Math.max(column - 1, 0)).toString()) + 1,
  };
}

function config(script: string): string {
  return configWithFile('/usr/local/bin/ready', `#!/bin/bash\n${script}`, '0755');
}
