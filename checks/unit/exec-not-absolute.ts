import { configWithUnits } from '../../src/machine/example-config.ts';
import { type Command, isCommandDirective, readCommandLine } from '../../src/machine/systemd/command-line.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/exec-not-absolute',
  title: 'Command that systemd cannot find',
  severity: 'error',
  stage: 'units',
  why: 'systemd takes an absolute path, or a bare name that it looks up in its own fixed list of folders. It takes no path relative to some folder, does not expand variables in the place of the executable, and refuses the unit otherwise.',
  fix: 'Write the absolute path. For a path that is made from a variable run a shell: `/bin/sh -c "exec $$HOME/bin/tool"`.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines'],
  on: 'unit',
  *run(unit) {
    if (unit.readBy === 'networkd') return;
    for (const section of unit.parsed.sections) {
      for (const assignment of section.assignments) {
        if (!isCommandDirective(assignment.key)) continue;
        for (const command of readCommandLine(assignment.value).commands) {
          const mistake = mistakeOf(command);
          if (mistake === undefined) continue;
          yield {
            message: `${assignment.key}= ${mistake}`,
            at: placeInValue(assignment, command.start, command.end),
            // With a "-" in front systemd drops the command and starts the unit.
            ...(command.prefix.includes('-') ? { severity: 'warning' } : {}),
          };
        }
      }
    }
  },
  failing: { 'worker.yaml': config('bin/backup --all') },
  passing: { 'worker.yaml': config('-/opt/bin/backup --all') },
});

function mistakeOf({ executable, prefix }: Command): string | undefined {
  // "|" hands the line to a shell. Specifiers such as %h stand for what only the machine knows.
  if (prefix.includes('|') || executable.startsWith('%')) return undefined;
  if (executable === '') return 'has no executable behind its prefix';
  if (executable.startsWith('$'))
    return `does not expand a variable in the place of the executable: ${executable}`;
  if (!executable.startsWith('/')) {
    return executable.includes('/') ? `has a path that is not absolute: ${executable}` : undefined;
  }
  return executable.endsWith('/') ? `names a folder, not an executable: ${executable}` : undefined;
}

function config(command: string): string {
  return configWithUnits({ name: 'backup.service', contents: `[Service]\nExecStart=${command}\n` });
}
