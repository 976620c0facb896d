import { configWithUnits } from '../../src/machine/example-config.ts';
import { allDirectives } from '../../src/machine/systemd/directives.ts';
import { isExtension, knownSections } from '../../src/machine/systemd/known-sections.ts';
import { codePoints } from '../../src/machine/systemd/text.ts';
import { unitTypeOf } from '../../src/machine/systemd/unit-name.ts';
import { defineCheck } from '../../src/model/check.ts';
import { didYouMean } from '../../src/model/did-you-mean.ts';

export const check = defineCheck({
  id: 'unit/unknown-section',
  title: 'Section that this kind of unit does not have',
  severity: 'warning',
  stage: 'units',
  why: 'systemd ignores the section and every line in it. Names of sections are case-sensitive, and a .service unit has no [Timer] or [Mount] section.',
  fix: 'Correct the name, or move the section to a unit of its kind. Sections of your own start with "X-".',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html'],
  on: 'unit',
  *run(unit) {
    const known = knownSections(unit);
    if (!known) return;
    for (const { name, line, column } of unit.parsed.sections) {
      if (known.has(name) || isExtension(name)) continue;
      yield {
        message: `systemd ignores section [${name}]: ${hint(name, unitTypeOf(unit.name), known.keys())}`,
        at: { line, column, endColumn: column + codePoints(name) + 2 },
      };
    }
  },
  failing: { 'worker.yaml': config('[Unit]', '[service]') },
  passing: { 'worker.yaml': config('[Unit]', '[Service]', '[X-Example]') },
});

function hint(name: string, type: string, known: Iterable<string>): string {
  if (allDirectives.has(name)) return `a .${type} unit has no such section`;
  const meant = didYouMean(name.trim(), known);
  return meant === undefined ? 'there is none of that name' : `did you mean [${meant}]?`;
}

function config(...headers: readonly string[]): string {
  const lines = ['Description=Web', 'ExecStart=/usr/bin/true', 'Note=yes'];
  const contents = headers.map((header, index) => `${header}\n${lines[index]}\n`).join('');
  return configWithUnits({ name: 'web.service', contents });
}
