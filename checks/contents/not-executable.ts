import { configWithFile } from '../../src/machine/example-config.ts';
import type { MachineSubject, UnitSubject } from '../../src/machine/subjects.ts';
import { type Command, isCommandDirective, readCommandLine } from '../../src/machine/systemd/command-line.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import type { UnitAssignment } from '../../src/machine/unit-file.ts';
import { defineCheck, type OriginProblem } from '../../src/model/check.ts';

const folders = /^(?:\/usr\/local\/s?bin|\/opt\/(?:[^/]+\/)?s?bin)\/[^/]+$/;

export const check = defineCheck({
  id: 'contents/not-executable',
  title: 'Program that may not be executed',
  severity: 'warning',
  stage: 'contents',
  why: 'A file gets mode 0644 where none is given. A unit that runs it fails with "Permission denied" (203/EXEC).',
  fix: 'Set "mode: 0755" for the file.',
  since: '0.1.0',
  links: ['https://coreos.github.io/ignition/specs/'],
  on: 'machine',
  *run(machine) {
    const commands = commandsOf(machine);
    const scripts = new Map(machine.files.map((file) => [file.path, file]));
    for (const file of machine.ignition.files) {
      // Appending keeps the mode of a file that is there already.
      const appended = file.source === undefined && file.append.length > 0;
      if (((file.mode ?? 0o644) & 0o111) !== 0 || appended) continue;
      const run = commands.get(file.path);
      const script = scripts.get(file.path);
      const mode = file.mode === undefined ? 'has no mode, so it gets 0644' : `has mode ${octal(file.mode)}`;
      if (run) yield* runBy(run, `${file.path} is run here, but ${mode}: it is not executable`);
      else if (folders.test(file.path) && script?.text.startsWith('#!')) {
        yield {
          message: `${file.path} is a script, but ${mode}: it is not executable`,
          origin: script.locate(1, 1),
        };
      }
    }
  },
  failing: { 'worker.yaml': configWithFile('/usr/local/bin/ready', '#!/bin/bash\necho ready\n') },
  passing: { 'worker.yaml': configWithFile('/usr/local/bin/ready', '#!/bin/bash\necho ready\n', '0755') },
});

interface Run {
  readonly unit: UnitSubject;
  readonly assignment: UnitAssignment;
  readonly command: Command;
}

/** The first command of a unit that runs each path. */
function commandsOf({ units }: MachineSubject): Map<string, Run> {
  const found = new Map<string, Run>();
  for (const unit of units) {
    for (const { assignments } of unit.parsed.sections) {
      for (const assignment of assignments) {
        if (!isCommandDirective(assignment.key)) continue;
        for (const command of readCommandLine(assignment.value).commands) {
          if (!found.has(command.executable)) found.set(command.executable, { unit, assignment, command });
        }
      }
    }
  }
  return found;
}

function* runBy({ unit, assignment, command }: Run, message: string): Generator<OriginProblem> {
  const { line, column, endColumn = column } = placeInValue(assignment, command.start, command.end);
  const end = unit.locate(line, endColumn);
  const origin = { ...unit.locate(line, column), endLine: end.line, endColumn: end.column };
  yield { message, origin, severity: command.prefix.includes('-') ? 'warning' : 'error' };
}

function octal(mode: number): string {
  return `0${(mode & 0o7777).toString(8)}`;
}
