import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.generated.ts';
import { check as dependencyName } from '../../checks/unit/dependency-name.ts';
import { check as dropinName } from '../../checks/unit/dropin-name.ts';
import { check as enabledWithoutInstall } from '../../checks/unit/enabled-without-install.ts';
import { check as execNotAbsolute } from '../../checks/unit/exec-not-absolute.ts';
import { check as multipleExecStart } from '../../checks/unit/multiple-exec-start.ts';
import { check as noExecStart } from '../../checks/unit/no-exec-start.ts';
import { check as oneshotRestart } from '../../checks/unit/oneshot-restart.ts';
import { check as syntax } from '../../checks/unit/syntax.ts';
import { check as unitName } from '../../checks/unit/unit-name.ts';
import { check as unknownDirective } from '../../checks/unit/unknown-directive.ts';
import { check as unknownSection } from '../../checks/unit/unknown-section.ts';
import { unitSubjects, verdicts } from './unit-subject.ts';

const folder = new URL('fixtures/practice/', import.meta.url);
const practice = readdirSync(folder).sort();

const start = '[Service]\nExecStart=/opt/bin/web\n';

describe('unknown directives', () => {
  test.each<[string, string]>([
    ['[Service]\nRestartSecs=5\n', 'RestartSecs= in [Service]: did you mean RestartSec=?'],
    ['[Service]\nexecstart=/bin/true\n', 'execstart= in [Service]: did you mean ExecStart=?'],
    ['[Service]\nAfter=a.service\n', 'After= in [Service]: it belongs in [Unit]'],
    ['[Unit]\nWantedBy=a.target\n', 'WantedBy= in [Unit]: it belongs in [Install]'],
    ['[Unit]\nType=oneshot\n', 'Type= in [Unit]: it belongs in [Service]'],
    ['[Service]\nOnCalendar=daily\n', 'OnCalendar= in [Service]: it belongs in [Timer]'],
    ['[Unit]\nwantedby=a.target\n', 'wantedby= in [Unit]: did you mean WantedBy= in [Install]?'],
    ['[Service]\n--pod=web \\\n', '--pod= in [Service]: the command line above it ends before this line'],
    ['[Service]\nZebra=1\n', 'Zebra= in [Service]'],
    ['[Service]\n😀=1\n', '😀= in [Service]'],
  ])('%j', (text, message) => {
    expect(verdicts(unknownDirective, unitSubjects('web.service', text))).toEqual([
      `2:1 warning systemd ignores ${message}`,
    ]);
  });

  test('later directives than the base version are known', () => {
    const lines = ['RestartSteps=5', 'ImportCredential=web', 'PrivatePIDs=yes', 'StateDirectoryQuota=1G'];
    expect(verdicts(unknownDirective, unitSubjects('web.service', `${start}${lines.join('\n')}\n`))).toEqual(
      [],
    );
  });

  test('hints stop after fifty findings, the findings do not', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `RestartSecs${index}=1\n`);
    const said = verdicts(unknownDirective, unitSubjects('web.service', `[Service]\n${lines.join('')}`));
    expect(said).toHaveLength(60);
    expect(said.filter((each) => each.includes('did you mean'))).toHaveLength(50);
  });
});

describe('quadlet files', () => {
  const container = '[Unit]\nDescription=Web\n[Container]\nImage=quay.io/example/web:1\nPublishPort=80:80\n';
  const quadlet = { readBy: 'quadlet' } as const;

  test('a good one passes all checks', () => {
    const text = `${container}[Service]\nRestart=always\n[Install]\nWantedBy=multi-user.target\n`;
    expect(all('web.container', text, quadlet)).toEqual([]);
  });

  test('a key that Podman does not know is an error', () => {
    expect(
      verdicts(unknownDirective, unitSubjects('web.container', `${container}PublishPorts=1\n`, quadlet)),
    ).toEqual([
      '6:1 error Podman refuses this file for PublishPorts= in [Container]: did you mean PublishPort=?',
    ]);
  });

  test('a line that is no assignment is an error', () => {
    expect(verdicts(syntax, unitSubjects('web.container', `${container}oops\n`, quadlet))).toEqual([
      '6:1 error Podman refuses the whole file: line that is no assignment: it has no "="',
    ]);
  });

  test('sections are those of its kind', () => {
    const text = `${container}[Volume]\nDriver=local\n`;
    expect(verdicts(unknownSection, unitSubjects('web.container', text, quadlet))).toEqual([
      '6:1 warning systemd ignores section [Volume]: a .container unit has no such section',
    ]);
  });

  test('dependencies may name other quadlets', () => {
    const text = '[Unit]\nAfter=db.container web.volume plain\n[Container]\nImage=a\n';
    expect(verdicts(dependencyName, unitSubjects('web.container', text, quadlet))).toEqual([
      '2:31 warning After= names "plain", which is no unit: it has no suffix that says what kind of unit it is, such as ".service"',
    ]);
  });
});

describe('networkd files', () => {
  const networkd = { readBy: 'networkd' } as const;

  test('only their syntax is judged', () => {
    const text = '[Match]\nName=eth*\n[Network]\nDHCP=yes\nUnheard=of\n[Odd]\nA=b\n';
    expect(all('10-eth.network', text, networkd)).toEqual([]);
    expect(all('10-eth.network', '[Match]\nName eth0\n', networkd)).toEqual([
      '2:1 warning systemd-networkd ignores it: line that is no assignment: it has no "="',
    ]);
  });
});

describe('enabled without [Install]', () => {
  const enabled = { enabled: true };
  const message = (lack: string) => `warning web.service is enabled, but ${lack}: it will not start at boot`;

  test('is reported where the section is, or at the head of a plain file', () => {
    const placed = { enabled: true, path: '/etc/systemd/system/web.service' };
    expect(verdicts(enabledWithoutInstall, unitSubjects('web.service', start, placed))).toEqual([
      `1:1 ${message('it has no [Install] section')}`,
    ]);
    const reset = `${start}[Install]\nWantedBy=a.target\nWantedBy=\n`;
    expect(verdicts(enabledWithoutInstall, unitSubjects('web.service', reset, enabled))).toEqual([
      `3:1 ${message('its [Install] section names no target')}`,
    ]);
  });

  test('is left to Ignition’s own validation where that speaks of it', () => {
    expect(verdicts(enabledWithoutInstall, unitSubjects('web.service', start, enabled))).toEqual([]);
    expect(
      verdicts(enabledWithoutInstall, unitSubjects('web.service', `${start}[Install]\n`, enabled)),
    ).toEqual([]);
  });

  test.each<[string, string, string | undefined, object]>([
    ['is not enabled', 'web.service', start, {}],
    ['is masked', 'web.service', start, { enabled: true, mask: true }],
    [
      'is the OS’s',
      'web.service',
      undefined,
      { enabled: true, dropins: { 'a.conf': '[Service]\nUser=a\n' } },
    ],
    ['has WantedBy=', 'web.service', `${start}[Install]\nWantedBy=a.target\n`, enabled],
    ['has an alias', 'web.service', `${start}[Install]\nAlias=w.service\n`, enabled],
    [
      'has it in a drop-in',
      'web.service',
      start,
      { enabled: true, dropins: { 'a.conf': '[Install]\nWantedBy=a.target\n' } },
    ],
    ['is a template', 'web@.service', start, enabled],
  ])('not when the unit %s', (_, name, contents, given) => {
    expect(verdicts(enabledWithoutInstall, unitSubjects(name, contents, given))).toEqual([]);
  });

  test('a drop-in that systemd does not read does not help', () => {
    const dropins = { 'a.txt': '[Install]\nWantedBy=a.target\n' };
    const given = { enabled: true, path: '/etc/systemd/system/web.service', dropins };
    expect(verdicts(enabledWithoutInstall, unitSubjects('web.service', start, given))).toHaveLength(1);
  });
});

describe('units with drop-ins', () => {
  const second =
    'error systemd refuses web.service: this is a second ExecStart=, which only Type=oneshot may have';

  test('a second ExecStart= is reported in the drop-in that adds it', () => {
    const dropins = {
      '20-b.conf': '[Service]\nExecStart=/bin/b\n',
      '10-a.conf': '[Service]\nExecStart=\nExecStart=/bin/a\n',
    };
    expect(verdicts(multipleExecStart, unitSubjects('web.service', start, { dropins }))).toEqual([
      `20-b.conf:2:11 ${second}`,
    ]);
  });

  test('a reset in a later drop-in takes all back', () => {
    const dropins = {
      '10-a.conf': '[Service]\nExecStart=/bin/a\n',
      '20-b.conf': '[Service]\nExecStart=\nExecStart=/bin/b\n',
    };
    expect(verdicts(multipleExecStart, unitSubjects('web.service', start, { dropins }))).toEqual([]);
  });

  test('a drop-in of a service that the OS ships must reset first', () => {
    const run = (text: string) =>
      verdicts(multipleExecStart, unitSubjects('docker.service', undefined, { dropins: { 'a.conf': text } }));
    expect(run('[Service]\nExecStart=/usr/bin/dockerd\n')).toEqual([
      `a.conf:2:11 ${second.replace('web', 'docker')}`,
    ]);
    expect(run('[Service]\nExecStart=\nExecStart=/usr/bin/dockerd\n')).toEqual([]);
  });

  test('a drop-in of a service that nobody knows may add what it likes', () => {
    const dropins = { 'a.conf': '[Service]\nExecStart=/bin/a\n' };
    expect(verdicts(multipleExecStart, unitSubjects('unheard-of.service', undefined, { dropins }))).toEqual(
      [],
    );
  });

  test('a drop-in may bring the ExecStart= that the unit lacks', () => {
    const dropins = { 'a.conf': start };
    expect(verdicts(noExecStart, unitSubjects('web.service', '[Service]\nUser=core\n', { dropins }))).toEqual(
      [],
    );
  });

  test('a Restart= in a drop-in is judged by the unit’s Type=', () => {
    const unit = '[Service]\nType=oneshot\nExecStart=/bin/true\n';
    const dropins = { 'a.conf': '[Service]\nRestart=always\n' };
    expect(verdicts(oneshotRestart, unitSubjects('web.service', unit, { dropins }))).toEqual([
      'a.conf:2:9 error systemd refuses web.service: Type=oneshot does not go with Restart=always',
    ]);
  });

  test('only *.conf is read', () => {
    const dropins = { '10-a.cfg': '[Service]\n' };
    expect(verdicts(dropinName, unitSubjects('web.service', undefined, { dropins }))).toEqual([
      '10-a.cfg:1:1 error web.service.d/10-a.cfg is not read: the name of a drop-in must end in ".conf"',
    ]);
  });
});

describe('commands', () => {
  test('the place is the command’s own, also on a continued line', () => {
    const text = '[Service]\nType=oneshot\nExecStart=/bin/echo é ; \\\n  bin/two\n';
    expect(verdicts(execNotAbsolute, unitSubjects('web.service', text))).toEqual([
      '4:3 error ExecStart= has a path that is not absolute: bin/two',
    ]);
  });

  test('with a "-" systemd only drops the command', () => {
    expect(verdicts(execNotAbsolute, unitSubjects('web.service', `${start}ExecStartPre=-bin/x\n`))).toEqual([
      '3:14 warning ExecStartPre= has a path that is not absolute: bin/x',
    ]);
  });

  test('a variable is not expanded there', () => {
    expect(
      verdicts(execNotAbsolute, unitSubjects('web.service', '[Service]\nExecStart=$TOOL run\n')),
    ).toEqual(['2:11 error ExecStart= does not expand a variable in the place of the executable: $TOOL']);
  });
});

describe('unit names', () => {
  test.each<[string, string | undefined]>([
    ['web.service', undefined],
    ['web@.service', undefined],
    ['web@a\\x2db:c_d.service', undefined],
    ['-.mount', undefined],
    ['a.b.timer', undefined],
    ['web', 'it has no suffix that says what kind of unit it is, such as ".service"'],
    ['.service', 'it has no suffix that says what kind of unit it is, such as ".service"'],
    ['web.services', '".services" is no kind of unit'],
    ['@a.service', 'nothing stands before its "@"'],
    ['my web.service', 'it has the character " "'],
    ['wéb.service', 'it has the character "é"'],
    ['a/b.service', 'it has the character "/"'],
    [`${'a'.repeat(250)}.service`, 'it is longer than 255 characters'],
  ])('%s', (name, mistake) => {
    const expected =
      mistake === undefined
        ? []
        : [`1:1 error ${JSON.stringify(name)} is not a valid name for a unit: ${mistake}`];
    expect(verdicts(unitName, unitSubjects(name, start))).toEqual(expected);
  });
});

describe('what people write on Flatcar and Fedora CoreOS passes', () => {
  test.each(practice.filter((name) => !name.endsWith('.d')))('%s', (name) => {
    const contents = readFileSync(new URL(name, folder), 'utf8');
    const dropins = practice.includes(`${name}.d`) ? readDropins(new URL(`${name}.d/`, folder)) : {};
    expect(all(name, contents, { enabled: true, dropins })).toEqual([]);
  });

  test('drop-ins of a unit that the OS ships', () => {
    const dropins = readDropins(new URL('etcd-member.service.d/', folder));
    expect(all('etcd-member.service', undefined, { enabled: true, dropins })).toEqual([]);
  });

  test('masking a unit of the OS', () => {
    const dropins = { '10-a.conf': '[Service]\nExecStart=/bin/a\nExecStart=/bin/b\n' };
    expect(all('docker.service', undefined, { mask: true, dropins })).toEqual([]);
  });
});

function readDropins(from: URL): Record<string, string> {
  return Object.fromEntries(
    readdirSync(from).map((name) => [name, readFileSync(new URL(name, from), 'utf8')]),
  );
}

function all(
  name: string,
  contents: string | undefined,
  given: Parameters<typeof unitSubjects>[2],
): string[] {
  const subjects = unitSubjects(name, contents, given);
  return checks.flatMap((check) => (check.on === 'unit' ? verdicts(check, subjects) : []));
}
