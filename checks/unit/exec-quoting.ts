import { configWithUnits } from '../../src/machine/example-config.ts';
import { isCommandDirective, readCommandLine } from '../../src/machine/systemd/command-line.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/exec-quoting',
  title: 'Quote that is not closed in a command line',
  severity: 'error',
  stage: 'units',
  why: 'systemd refuses a unit whose ExecStart= has an opening quote without its closing one. An apostrophe counts as a quote.',
  fix: 'Close the quote, or write a lone one as \\" or \\\'.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html#Quoting'],
  on: 'unit',
  *run(unit) {
    if (unit.readBy === 'networkd') return;
    for (const section of unit.parsed.sections) {
      for (const assignment of section.assignments) {
        if (!isCommandDirective(assignment.key)) continue;
        const { unbalanced, commands } = readCommandLine(assignment.value);
        if (unbalanced === undefined) continue;
        yield {
          message: `${assignment.key}= opens a quote that is never closed`,
          at: placeInValue(assignment, unbalanced, unbalanced + 1),
          ...(commands.at(-1)?.prefix.includes('-') ? { severity: 'warning' } : {}),
        };
      }
    }
  },
  failing: { 'worker.yaml': config("/usr/bin/echo don't panic") },
  passing: { 'worker.yaml': config('/usr/bin/echo "don\'t panic"') },
});

function config(command: string): string {
  return configWithUnits({ name: 'greeting.service', contents: `[Service]\nExecStart=${command}\n` });
}
