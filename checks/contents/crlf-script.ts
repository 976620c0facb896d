import { configWithFile } from '../../src/machine/example-config.ts';
import { codePoints } from '../../src/machine/systemd/text.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'contents/crlf-script',
  title: 'Script with Windows line ends',
  severity: 'error',
  stage: 'contents',
  why: 'The kernel looks for an interpreter whose name ends in a carriage return and finds none: "no such file or directory". A shell takes the carriage return as part of each command’s last word.',
  fix: 'Save the file with LF line ends; `* text eol=lf` in .gitattributes keeps them.',
  since: '0.1.0',
  links: ['https://man7.org/linux/man-pages/man2/execve.2.html'],
  on: 'file',
  *run({ language, text }) {
    if (language !== 'shell' && !text.startsWith('#!')) return;
    const end = text.indexOf('\r\n');
    if (end < 0) return;
    const lines = text.slice(0, end).split('\n');
    // Other interpreters than the shells read such line ends; the kernel, which reads the first line, does not.
    if (language !== 'shell' && lines.length > 1) return;
    yield {
      message: 'the line ends in a carriage return, which becomes part of the command',
      at: { line: lines.length, column: codePoints(lines.at(-1) ?? '') + 1 },
    };
  },
  failing: { 'worker.yaml': configWithFile('/usr/local/bin/ready', '#!/bin/bash\r\necho ready\r\n', '0755') },
  passing: { 'worker.yaml': configWithFile('/usr/local/bin/ready', '#!/bin/bash\necho ready\n', '0755') },
});
