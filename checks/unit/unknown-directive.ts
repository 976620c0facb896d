import { configWithUnits } from '../../src/machine/example-config.ts';
import { allDirectives, type Directives } from '../../src/machine/systemd/directives.ts';
import { isExtension, knownSections } from '../../src/machine/systemd/known-sections.ts';
import { placeOfKey } from '../../src/machine/systemd/value-place.ts';
import { defineCheck } from '../../src/model/check.ts';
import { didYouMean } from '../../src/model/did-you-mean.ts';

/** Looking for what was meant takes time that a hostile file must not be able to multiply. */
const mostHints = 50;

export const check = defineCheck({
  id: 'unit/unknown-directive',
  title: 'Directive that its section does not have',
  severity: 'warning',
  stage: 'units',
  why: 'systemd logs a line and ignores the directive, so a misspelt limit, dependency or restart policy simply does not apply. Podman refuses a quadlet file with a key that it does not know.',
  fix: 'Correct the name, or move the line to the section that it belongs to. Keys of your own start with "X-".',
  since: '0.1.0',
  links: [
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.directives.html',
    'https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html',
  ],
  on: 'unit',
  *run(unit) {
    const known = knownSections(unit);
    let hints = 0;
    for (const section of unit.parsed.sections) {
      const directives = known?.get(section.name);
      for (const assignment of directives ? section.assignments : []) {
        const { key } = assignment;
        if (!known || directives?.has(key) || isExtension(key)) continue;
        const byPodman = unit.readBy === 'quadlet' && !['Unit', 'Service', 'Install'].includes(section.name);
        hints += 1;
        const meant = hints > mostHints ? '' : hint(key, section.name, known);
        const ignores = byPodman ? 'Podman refuses this file for' : 'systemd ignores';
        yield {
          message: `${ignores} ${key}= in [${section.name}]${meant}`,
          at: placeOfKey(assignment),
          ...(byPodman ? { severity: 'error' } : {}),
        };
      }
    }
  },
  failing: { 'worker.yaml': config('StartLimitIntervalSec=0', 'RestartSecs=5') },
  passing: { 'worker.yaml': config('RestartSec=5', 'X-Owner=web') },
});

/** Where the directive belongs, or what it was meant to be. */
function hint(key: string, section: string, known: Directives): string {
  // An option of a command: an empty line or a lost backslash ended the command before it.
  if (key.startsWith('-')) return ': the command line above it ends before this line';
  const home = sectionOf(key, known) ?? sectionOf(key, allDirectives);
  if (home !== undefined) return `: it belongs in [${home}]`;
  const near = didYouMean(key, known.get(section)?.keys() ?? []);
  if (near !== undefined) return `: did you mean ${near}=?`;
  for (const [name, names] of known) {
    const same = [...names.keys()].find((each) => each.toLowerCase() === key.toLowerCase());
    if (same !== undefined) return `: did you mean ${same}= in [${name}]?`;
  }
  return '';
}

function sectionOf(key: string, directives: Directives): string | undefined {
  return [...directives].find(([, names]) => names.has(key))?.[0];
}

function config(...lines: readonly string[]): string {
  const contents = ['[Service]', 'ExecStart=/usr/bin/true', ...lines, ''].join('\n');
  return configWithUnits({ name: 'web.service', contents });
}
