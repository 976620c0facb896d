import { configWithUnits } from '../../src/machine/example-config.ts';
import { listSetting, mergedUnit } from '../../src/machine/systemd/merged-unit.ts';
import { unitTypeOf } from '../../src/machine/systemd/unit-name.ts';
import { defineCheck } from '../../src/model/check.ts';

/** What makes each kind of unit act; systemd refuses one without any of its own. */
const triggers: ReadonlyMap<string, { readonly section: string; readonly keys: readonly string[] }> = new Map(
  [
    [
      'timer',
      {
        section: 'Timer',
        keys: [
          'OnCalendar',
          'OnActiveSec',
          'OnBootSec',
          'OnStartupSec',
          'OnUnitActiveSec',
          'OnUnitInactiveSec',
          'OnClockChange',
          'OnTimezoneChange',
        ],
      },
    ],
    [
      'path',
      {
        section: 'Path',
        keys: ['PathExists', 'PathExistsGlob', 'PathChanged', 'PathModified', 'DirectoryNotEmpty'],
      },
    ],
    [
      'socket',
      {
        section: 'Socket',
        keys: [
          'Stream',
          'Datagram',
          'SequentialPacket',
          'FIFO',
          'Netlink',
          'Special',
          'MessageQueue',
          'USBFunction',
        ].map((kind) => `Listen${kind}`),
      },
    ],
  ],
);

export const check = defineCheck({
  id: 'unit/no-trigger',
  title: 'Timer, path or socket unit that waits for nothing',
  severity: 'error',
  stage: 'units',
  why: 'systemd refuses a timer without a time, a path unit without a path and a socket without an address.',
  fix: 'Add what it waits for, such as OnCalendar=, PathChanged= or ListenStream=; look for a misspelt section or directive first.',
  since: '0.1.0',
  links: [
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html',
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.path.html',
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.socket.html',
  ],
  on: 'unit',
  *run(unit) {
    const trigger = unit.dropin === undefined ? triggers.get(unitTypeOf(unit.name)) : undefined;
    const merged = trigger && mergedUnit(unit);
    if (!merged || trigger.keys.some((key) => listSetting(merged, trigger.section, key).length > 0)) return;
    const section = unit.parsed.sections.find(({ name }) => name === trigger.section);
    const some = trigger.keys.slice(0, 3).map((key) => `${key}=`);
    yield {
      message: `systemd refuses ${unit.name}: it has none of ${some.join(', ')} and the like`,
      at: { line: section?.line ?? 1, column: section?.column ?? 1 },
    };
  },
  failing: { 'worker.yaml': config('AccuracySec=1h') },
  passing: { 'worker.yaml': config('OnCalendar=daily') },
});

function config(line: string): string {
  return configWithUnits({ name: 'backup.timer', contents: `[Timer]\n${line}\n` });
}
