/** A unit of our own words that systemd and we must judge alike. */
export interface JudgedUnit {
  readonly name: string;
  readonly contents: string;
  /** `check:line` for what is bound to a line, the check's name alone for the unit as a whole. */
  readonly verdict: readonly string[];
}

/** Small units with at most a few mistakes each, because systemd stops at the first that it cannot pass over. */
export const judgedUnits: readonly JudgedUnit[] = [
  unit('plain.service', ['[Unit]', 'Description=Web', '[Service]', 'ExecStart=/bin/true'], []),
  unit('bom.service', ['\ufeff[Service]', 'ExecStart=/bin/true'], []),
  unit('bom-comment.service', ['\ufeff# a comment', '[Service]', 'ExecStart=/bin/true'], ['syntax:1']),
  unit('crlf.service', ['[Service]\r', 'ExecStart=/bin/true\r', 'Nonsense=1\r', ''], ['unknown-directive:3']),
  unit('cr.service', ['[Service]\rExecStart=/bin/true\rNonsense=1\r'], ['unknown-directive:3']),
  unit('lf-crlf.service', ['[Service]', '\r', 'ExecStart=/bin/true', 'Nonsense=1'], ['unknown-directive:4']),
  unit('outside.service', ['Description=Web', '[Service]', 'ExecStart=/bin/true'], ['syntax:1']),
  service('no-equals', ['garbage'], ['syntax:3']),
  service('no-key', ['=value'], ['syntax:3']),
  unit('no-bracket.service', ['[Service', 'ExecStart=/bin/true'], ['syntax:1']),
  unit('header-comment.service', ['[Service] # main', 'ExecStart=/bin/true'], ['syntax:1']),
  unit('header-quote.service', ["[Ser'vice]", 'ExecStart=/bin/true'], ['syntax:1']),
  unit('header-empty.service', ['[]', 'A=b', '[Service]', 'ExecStart=/bin/true'], ['unknown-section:1']),
  unit(
    'header-blank.service',
    ['[Service]', 'ExecStart=/bin/true', '[ Install ]', 'A=b'],
    ['unknown-section:3'],
  ),
  unit(
    'section-case.service',
    ['[Service]', 'ExecStart=/bin/true', '[install]', 'A=b'],
    ['unknown-section:3'],
  ),
  unit('section-x.service', ['[Service]', 'ExecStart=/bin/true', '[X-Owner]', 'Team=web', 'no equals'], []),
  unit(
    'section-timer.service',
    ['[Service]', 'ExecStart=/bin/true', '[Timer]', 'OnBootSec=1'],
    ['unknown-section:3'],
  ),
  unit('section-target.service', ['[Service]', 'ExecStart=/bin/true', '[Target]'], ['unknown-section:3']),
  unit('unread.service', ['[Service]', 'ExecStart=/bin/true', '[Bogus]', 'garbage'], ['unknown-section:3']),
  unit('own-section.target', ['[Target]', 'Foo=1'], ['unknown-directive:2']),
  unit('bare.target', ['[Unit]', 'Description=Web'], []),
  unit('bare.slice', ['[Slice]', 'CPUWeight=100'], []),
  service('directive-x', ['X-Owner=web'], []),
  service('directive-case', ['restart=always'], ['unknown-directive:3']),
  service('directive-typo', ['RestartSecs=5'], ['unknown-directive:3']),
  service(
    'directive-home',
    ['StartLimitIntervalSec=0', 'After=basic.target'],
    ['unknown-directive:3', 'unknown-directive:4'],
  ),
  service('directive-old', ['StartLimitInterval=0', 'SysVStartPriority=3'], []),
  service('continued', ['ExecStop=/bin/echo a \\', '# comment', '  b \\', ';comment', '  c'], []),
  service('continued-blank', ['ExecStop=/bin/echo a \\', '', 'Nonsense=1'], ['unknown-directive:5']),
  service('continued-not', ['ExecStop=/bin/echo a \\ ', '  b'], ['syntax:4']),
  service('boolean', ['RemainAfterExit=maybe', 'NonBlocking=TRUE', 'PrivateDevices=On'], ['invalid-value:3']),
  service('boolean-comment', ['RemainAfterExit=yes # really'], ['invalid-value:3']),
  service('boolean-quoted', ["RemainAfterExit='yes'"], ['invalid-value:3']),
  service('boolean-number', ['RemainAfterExit=2', 'PrivateDevices=1'], ['invalid-value:3']),
  service(
    'boolean-or',
    ['ProtectSystem=strict', 'ProtectHome=ro', 'ProtectSystem=Full'],
    ['invalid-value:4', 'invalid-value:5'],
  ),
  service('span', ['RestartSec=10secs', 'RestartSec=5min 20s', 'RestartSec=1.5h'], ['invalid-value:3']),
  service('span-case', ['RestartSec=5S', 'RestartSec=5M', 'RestartSec=infinity'], ['invalid-value:3']),
  service(
    'span-odd',
    ['RestartSec=-1', 'RestartSec=1e3', 'RestartSec=5.', 'RestartSec=.5'],
    ['invalid-value:3', 'invalid-value:4', 'invalid-value:5'],
  ),
  service(
    'span-list',
    ['RestartSec=5s,3s', 'RestartSec=5s+3s', 'RestartSec=0x5', 'WatchdogSec=5s5'],
    ['invalid-value:3', 'invalid-value:5'],
  ),
  service(
    'span-micro',
    ['RestartSec=5\u00b5s', 'RestartSec=5\u03bcs', 'TimeoutStartSec=5 foo', 'TimeoutStopSec=0'],
    ['invalid-value:5'],
  ),
  service('span-specifier', ['RestartSec=%i'], ['invalid-value:3']),
  service(
    'mode',
    ['UMask=8', 'UMask=0022', 'RuntimeDirectoryMode=u=rwx', 'StateDirectoryMode=755'],
    ['invalid-value:3', 'invalid-value:5'],
  ),
  service('mode-big', ['UMask=77777', 'UMask=07777', 'UMask=0o22'], ['invalid-value:3', 'invalid-value:5']),
  service('type', ['Type=Simple'], ['invalid-value:3']),
  service('restart', ['Restart=allways'], ['invalid-value:3']),
  service(
    'restart-good',
    ['Restart=on-abnormal', 'KillMode=mixed', 'NotifyAccess=all', 'OOMPolicy=kill'],
    [],
  ),
  service(
    'kill-mode',
    ['KillMode=all', 'NotifyAccess=yes', 'OOMPolicy=none'],
    ['invalid-value:3', 'invalid-value:4', 'invalid-value:5'],
  ),
  service(
    'memory',
    ['MemoryMax=512m', 'MemoryMax=512Mi', 'MemoryHigh=1.5G', 'MemoryLow=10%'],
    ['invalid-value:3', 'invalid-value:4'],
  ),
  service(
    'memory-unit',
    ['MemoryMax=512MB', 'MemoryMax=1G 512M', 'MemorySwapMax=infinity'],
    ['invalid-value:3'],
  ),
  service(
    'limit',
    ['LimitNOFILE=unlimited', 'LimitNOFILE=1024:infinity', 'LimitNOFILE=1M'],
    ['invalid-value:3', 'invalid-value:5'],
  ),
  service(
    'limit-size',
    ['LimitCORE=unlimited', 'LimitMEMLOCK=64M:infinity', 'LimitSTACK=8m'],
    ['invalid-value:3', 'invalid-value:5'],
  ),
  service('count', ['FileDescriptorStoreMax=-1', 'FileDescriptorStoreMax=0x10'], ['invalid-value:3']),
  service(
    'output',
    ['StandardOutput=log', 'StandardError=journal+console', 'StandardOutput=fd:web'],
    ['invalid-value:3'],
  ),
  service('folder', ['WorkingDirectory=data'], ['invalid-value:3']),
  service('folder-good', ['WorkingDirectory=-/srv', 'WorkingDirectory=~', 'WorkingDirectory=%h'], []),
  unit(
    'unit-values.service',
    [
      '[Unit]',
      'FailureAction=Reboot',
      'CollectMode=x',
      'JobTimeoutSec=x',
      'StartLimitBurst=5.0',
      'OnFailureJobMode=fail',
      '[Service]',
      'ExecStart=/bin/true',
    ],
    ['invalid-value:2', 'invalid-value:3', 'invalid-value:4', 'invalid-value:5'],
  ),
  unit(
    'depends.service',
    [
      '[Unit]',
      'After=network-online docker.socket',
      'Wants=foo.bar',
      'Before=a$.service',
      '[Service]',
      'ExecStart=/bin/true',
    ],
    ['dependency-name:2', 'dependency-name:3', 'dependency-name:4'],
  ),
  unit(
    'depends-device.service',
    ['[Unit]', 'After=/dev/sda', 'After=dev-sd\\x20a.device', '[Service]', 'ExecStart=/bin/true'],
    ['dependency-name:2'],
  ),
  unit(
    'triggers.timer',
    ['[Timer]', 'OnBootSec=5 minute', 'OnUnitActiveSec=5 foo', 'Unit=web'],
    ['invalid-value:3', 'dependency-name:4'],
  ),
  service(
    'environment',
    ['Environment=A B=c', 'Environment="A=b c" \'D=e\'', 'Environment=A="b c"'],
    ['environment-quoting:3'],
  ),
  service('environment-open', ['Environment=A="b'], ['environment-quoting:3']),
  service(
    'environment-name',
    ['Environment=1A=b', 'Environment=A-B=c', 'Environment=_A.b=c', 'Environment==c'],
    ['environment-quoting:3', 'environment-quoting:4', 'environment-quoting:5', 'environment-quoting:6'],
  ),
  service(
    'environment-space',
    ['Environment=A = b', "Environment='A=b' # comment"],
    ['environment-quoting:3', 'environment-quoting:4'],
  ),
  service(
    'environment-escape',
    ['Environment=A=\\x', 'Environment=A=\\x41 B=\\t C=\\\\'],
    ['environment-quoting:3'],
  ),
  exec('exec-relative', ['ExecStart=bin/true'], ['exec-not-absolute:2']),
  exec('exec-dot', ['ExecStart=./true'], ['exec-not-absolute:2']),
  exec('exec-name', ['ExecStart=true'], []),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: systemd’s own form of a variable.
  exec('exec-variable', ['ExecStart=${ROOT}/true'], ['exec-not-absolute:2']),
  exec('exec-folder', ['ExecStart=/usr/bin/'], ['exec-not-absolute:2']),
  exec('exec-specifier', ['ExecStart=%h/true'], []),
  exec(
    'exec-prefixes',
    [
      'ExecStart=-@/bin/true x',
      'ExecStartPre=-+/bin/true',
      'ExecStop=!!/bin/true',
      'ExecStopPost=:/bin/true',
    ],
    [],
  ),
  exec('exec-ignored', ['ExecStart=/bin/true', 'ExecStartPre=-bin/x'], ['exec-not-absolute:3']),
  exec('exec-list', ['Type=oneshot', 'ExecStart=/bin/true ; bin/true'], ['exec-not-absolute:3']),
  exec('exec-escaped-list', ['ExecStart=/bin/true \\; bin/true'], []),
  exec('exec-quoted', ['ExecStart="/bin/true" "it\'s"'], []),
  exec('exec-apostrophe', ["ExecStart=/bin/echo it's"], ['exec-quoting:2']),
  exec('exec-open', ['ExecStart=/bin/true', "ExecStartPre=-/bin/true 'x"], ['exec-quoting:3']),
  exec('none', ['User=root'], ['no-exec-start']),
  exec('none-oneshot', ['Type=oneshot'], ['no-exec-start']),
  exec('none-stop', ['ExecStop=/bin/true'], ['no-exec-start']),
  exec('none-remain', ['RemainAfterExit=yes', 'ExecStop=/bin/true'], []),
  exec('none-simple', ['Type=simple', 'RemainAfterExit=yes', 'ExecStop=/bin/true'], ['no-exec-start']),
  exec('none-bus', ['BusName=a.b', 'RemainAfterExit=yes', 'ExecStop=/bin/true'], ['no-exec-start']),
  exec('none-reset', ['ExecStart=/bin/true', 'ExecStart='], ['no-exec-start']),
  unit('none-action.service', ['[Unit]', 'SuccessAction=reboot', '[Service]'], []),
  exec('two', ['ExecStart=/bin/true', 'ExecStart=/bin/true'], ['multiple-exec-start']),
  exec('two-in-one', ['ExecStart=/bin/true ; /bin/true'], ['multiple-exec-start']),
  exec('two-oneshot', ['Type=oneshot', 'ExecStart=/bin/true', 'ExecStart=/bin/true'], []),
  exec('two-reset', ['ExecStart=/bin/true', 'ExecStart=', 'ExecStart=/bin/true'], []),
  exec('again', ['Type=oneshot', 'ExecStart=/bin/true', 'Restart=on-success'], ['oneshot-restart']),
  exec('again-failure', ['Type=oneshot', 'ExecStart=/bin/true', 'Restart=on-failure'], []),
  exec('again-implied', ['RemainAfterExit=yes', 'ExecStop=/bin/true', 'Restart=always'], ['oneshot-restart']),
  unit('var-lib-web.mount', ['[Mount]', 'What=/dev/sda', 'Where=/var/lib/web/'], []),
  unit('srv-a\\x2db-\\xc3\\xa9.mount', ['[Mount]', 'What=/dev/sda', 'Where=//srv/a-b/é'], []),
  unit('data.mount', ['[Mount]', 'What=/dev/sda', 'Where=/var/data'], ['mount-name']),
  unit('data.automount', ['[Automount]', 'Where=/srv/data'], ['mount-name']),
  unit('plain.timer', ['[Timer]', 'AccuracySec=1'], ['no-trigger']),
  unit('plain.path', ['[Path]', 'MakeDirectory=yes'], ['no-trigger']),
  unit('two.socket', ['[Socket]', 'Accept=no'], ['no-trigger']),
];

function unit(name: string, lines: readonly string[], verdict: readonly string[]): JudgedUnit {
  return { name, contents: `${lines.join('\n')}\n`, verdict };
}

/** A service that starts, with these lines from the third on. */
function service(name: string, lines: readonly string[], verdict: readonly string[]): JudgedUnit {
  return unit(`${name}.service`, ['[Service]', 'ExecStart=/bin/true', ...lines], verdict);
}

/** A service with these lines from the second on. */
function exec(name: string, lines: readonly string[], verdict: readonly string[]): JudgedUnit {
  return unit(`${name}.service`, ['[Service]', ...lines], verdict);
}
