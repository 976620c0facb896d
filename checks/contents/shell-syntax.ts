import { configWithFile } from '../../src/machine/example-config.ts';
import { shellDialect } from '../../src/machine/language.ts';
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
    for (const { message, line, column } of core.call('shell.parse', { source: text, dialect: 'bash' })
      .entries) {
      yield { message: `shell syntax: ${message}`, at: placeOf(text, line, column) };
    }
  },
  failing: { 'worker.yaml': config('if [ -e /etc/ready ]; then\n  echo ready\n') },
  passing: { 'worker.yaml': config('if [ -e /etc/ready ]; then\n  echo ready\nfi\n') },
});

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
