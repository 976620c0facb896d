import { configWithUnits } from '../../src/machine/example-config.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { splitWords } from '../../src/machine/systemd/words.ts';
import type { UnitAssignment } from '../../src/machine/unit-file.ts';
import { defineCheck, type TextProblem } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'unit/environment-quoting',
  title: 'Environment= with a word that is no NAME=VALUE',
  severity: 'warning',
  stage: 'units',
  why: 'Environment= is a list of NAME=VALUE words. systemd drops every other word, so an unquoted value with spaces is cut at the first of them, and a quote that is not closed loses the whole line.',
  fix: 'Put quotes around the whole assignment: Environment="OPTIONS=--one --two".',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment='],
  on: 'unit',
  *run(unit) {
    if (unit.readBy !== 'systemd') return;
    for (const section of unit.parsed.sections) {
      if (!['Service', 'Socket', 'Mount', 'Swap'].includes(section.name)) continue;
      for (const assignment of section.assignments) {
        if (assignment.key === 'Environment') yield* problemsOf(assignment);
      }
    }
  },
  failing: { 'worker.yaml': config('Environment=OPTIONS=--one --two') },
  passing: { 'worker.yaml': config('Environment="OPTIONS=--one --two" LEVEL=info') },
});

function* problemsOf(assignment: UnitAssignment): Generator<TextProblem> {
  const { words, unbalanced } = splitWords(assignment.value);
  if (unbalanced !== undefined) {
    const at = placeInValue(assignment, unbalanced, unbalanced + 1);
    yield { message: 'systemd ignores this Environment= or its end: a quote is never closed', at };
  }
  for (const { text, start, end, badEscape } of words) {
    const at = placeInValue(assignment, start, end);
    if (badEscape) {
      yield {
        message: 'systemd ignores the rest of this Environment=: \\ starts no escape sequence here',
        at,
      };
      return;
    }
    // Specifiers in a name are for systemd to expand.
    if (/^[A-Za-z_%][\w%]*=/.test(text)) continue;
    const name = text.includes('=') ? 'has a name that is none of a variable' : 'has no "="';
    yield { message: `systemd drops the word ${JSON.stringify(text)} of this Environment=: it ${name}`, at };
  }
}

function config(line: string): string {
  return configWithUnits({
    name: 'web.service',
    contents: `[Service]\nExecStart=/opt/bin/web $OPTIONS\n${line}\n`,
  });
}
