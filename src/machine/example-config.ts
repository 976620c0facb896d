/**
 * Small Butane configs for the examples of checks on units and files.
 */

interface ExampleUnit {
  readonly name: string;
  readonly enabled?: boolean;
  readonly contents?: string;
  readonly dropins?: Readonly<Record<string, string>>;
}

/** A config with these units and nothing else. */
export function configWithUnits(...units: readonly ExampleUnit[]): string {
  const lines = units.flatMap(({ name, enabled, contents, dropins }) => [
    `    - name: ${JSON.stringify(name)}`,
    ...(enabled === undefined ? [] : [`      enabled: ${enabled}`]),
    ...(contents === undefined ? [] : ['      contents: |', ...block(contents, 8)]),
    ...(dropins ? ['      dropins:'] : []),
    ...Object.entries(dropins ?? {}).flatMap(([dropin, text]) => [
      `        - name: ${JSON.stringify(dropin)}`,
      '          contents: |',
      ...block(text, 12),
    ]),
  ]);
  return ['variant: fcos', 'version: 1.5.0', 'systemd:', '  units:', ...lines, ''].join('\n');
}

/** A config with one file. `mode` as it is written: `0755`. */
export function configWithFile(path: string, text: string, mode?: string): string {
  return ['variant: fcos', 'version: 1.5.0', 'storage:', '  files:', ...fileLines(path, text, mode), ''].join(
    '\n',
  );
}

/** The lines of one item of `storage.files`. */
export function fileLines(path: string, text: string, mode?: string): string[] {
  return [
    `    - path: ${path}`,
    ...(mode === undefined ? [] : [`      mode: ${mode}`]),
    '      contents:',
    // A block scalar cannot hold carriage returns.
    ...(text.includes('\r')
      ? [`        inline: ${JSON.stringify(text)}`]
      : ['        inline: |', ...block(text, 10)]),
  ];
}

function block(text: string, indent: number): string[] {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}
