import { configWithUnits } from '../../src/machine/example-config.ts';
import { knownSections } from '../../src/machine/systemd/known-sections.ts';
import { type ValueForm, valueForms } from '../../src/machine/systemd/value-forms.ts';
import { placeInValue } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';
import { didYouMean } from '../../src/model/did-you-mean.ts';

export const check = defineCheck({
  id: 'unit/invalid-value',
  title: 'Value that the directive does not take',
  severity: 'warning',
  stage: 'units',
  why: 'systemd logs a line and ignores the assignment, so the default stays: a service without its restart policy, memory limit or timeout. Values are case-sensitive, and a comment behind a value is part of it.',
  fix: 'Write one of the values that the directive takes; put a comment on a line of its own.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.directives.html'],
  on: 'unit',
  *run(unit) {
    const known = knownSections(unit);
    for (const section of unit.parsed.sections) {
      const directives = known?.get(section.name);
      for (const assignment of directives ? section.assignments : []) {
        const { key, value } = assignment;
        const form = valueForms.get(directives?.get(key) ?? '');
        // Empty values reset to the default in newer versions.
        if (!form || value === '' || form.accepts(value)) continue;
        yield {
          message: `${key}= takes ${form.takes}${hint(value, form)}`,
          at: placeInValue(assignment),
          // The one value of these that makes systemd refuse the unit.
          ...(key === 'WorkingDirectory' ? { severity: 'error' } : {}),
        };
      }
    }
  },
  failing: { 'worker.yaml': config('Restart=Always', 'RestartSec=10secs', 'MemoryMax=512Mi') },
  passing: { 'worker.yaml': config('Restart=always', 'RestartSec=10s', 'MemoryMax=512M') },
});

function hint(value: string, form: ValueForm): string {
  const meant = didYouMean(value, form.values ?? []);
  return meant === undefined ? '' : `: did you mean ${meant}?`;
}

function config(...lines: readonly string[]): string {
  const contents = ['[Service]', 'ExecStart=/usr/bin/true', ...lines, ''].join('\n');
  return configWithUnits({ name: 'web.service', contents });
}
