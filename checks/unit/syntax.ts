import { configWithFile } from '../../src/machine/example-config.ts';
import { isExtension, knownSections } from '../../src/machine/systemd/known-sections.ts';
import { defineCheck } from '../../src/model/check.ts';

const readers = { systemd: 'systemd', quadlet: 'Podman', networkd: 'systemd-networkd' } as const;

export const check = defineCheck({
  id: 'unit/syntax',
  title: 'Line of a unit file that cannot be read',
  severity: 'warning',
  stage: 'units',
  why: 'systemd passes over a line that it cannot read, so what was meant there never happens. A section header without its closing bracket makes it give up on the whole file.',
  fix: 'Write each setting as KEY=VALUE below a [Section] header. To continue a line, end it in a backslash with nothing behind it.',
  since: '0.1.0',
  links: ['https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html'],
  on: 'unit',
  *run(unit) {
    const known = knownSections(unit);
    for (const { message, line, column, fatal, section } of unit.parsed.mistakes) {
      // systemd says nothing of what stands in a section that it does not read.
      const read = section === undefined || (known?.has(section) ?? !isExtension(section));
      if (!read && !fatal) continue;
      const refused = fatal || unit.readBy === 'quadlet';
      const effect = refused ? 'refuses the whole file' : 'ignores it';
      yield {
        message: `${readers[unit.readBy]} ${effect}: ${message}`,
        at: { line, column },
        ...(refused ? { severity: 'error' } : {}),
      };
    }
  },
  // As files, because Ignition reads the units that it lists by rules of its own.
  failing: { 'worker.yaml': config('--name web', '--restart always') },
  passing: { 'worker.yaml': config('--name web \\', '# A comment.', 'quay.io/example/web:1') },
});

function config(...lines: readonly string[]): string {
  const contents = ['[Service]', 'ExecStart=/usr/bin/podman run \\', ...lines, ''].join('\n');
  return configWithFile('/etc/systemd/system/web.service', contents);
}
