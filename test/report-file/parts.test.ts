import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { change, repositoryWith } from '../commands/base-repository.ts';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';
import { matrixBase, matrixWorkspace } from './matrix-workspace.ts';
import { runParts, runWithAllFormats } from './run-parts.ts';

interface Json {
  readonly failOn: string;
  readonly counts: Readonly<Record<string, number>>;
  /** What numbers in long lists stand for. */
  readonly names?: readonly string[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly by: string }[];
  readonly results: readonly { readonly entry: string; readonly status: string; readonly reason?: string }[];
  readonly base: { readonly isComplete: boolean; readonly findings: readonly Finding[] };
  readonly difference: {
    readonly entries: readonly { readonly name: string; readonly status: string; readonly reason?: string }[];
    readonly changes: readonly { readonly path: string; readonly entries: readonly unknown[] }[];
  };
  readonly rendered: readonly unknown[];
}

interface Finding {
  readonly check: string;
  readonly fingerprint: string;
  readonly repeats?: string;
  readonly entries: readonly (string | number)[];
}

const compared = ['--base', 'HEAD', '--rendered'];

/** A repository whose work tree is the workspace, with a baseline that names one of two findings about equal texts. */
async function acceptedMatrix(): Promise<string> {
  const cwd = repositoryWith(matrixBase());
  const files = { ...matrixWorkspace(), 'hetzner/fedora-coreos/kubernetes/main.tf': null };
  change(cwd, files);
  const { stdout } = await runCli(['check', '--quiet', '--format=json'], { cwd });
  const repeated = parse(stdout).findings.find(({ repeats }) => repeats !== undefined);
  if (!repeated) throw new Error('two findings about equal texts are expected');
  change(cwd, { 'baseline.json': baseline([repeated.fingerprint]) });
  return cwd;
}

function baseline(fingerprints: readonly string[]): string {
  return JSON.stringify({ version: 1, findings: fingerprints.map((fingerprint) => ({ fingerprint })) });
}

function parse(text = ''): Json {
  // Our own report; a test of its own validates it against the schema.
  const report = JSON.parse(text) as Json;
  const named = ({ entries }: Finding): readonly string[] =>
    entries.map((entry) => (typeof entry === 'number' ? (report.names?.[entry] ?? '') : entry));
  return { ...report, findings: report.findings.map((finding) => ({ ...finding, entries: named(finding) })) };
}

describe('the parts of a run, joined', () => {
  test('are the run itself, byte for byte: 1, 2, 7 and 30 parts', async () => {
    const cwd = await acceptedMatrix();
    const whole = await runWithAllFormats(['check', '--quiet', ...compared], cwd);
    expect(whole.code).toBe(1);
    const { findings, suppressed, counts, base, difference, rendered } = parse(whole.texts['json']);
    expect(base.isComplete).toBe(true);
    expect(new Set(difference.entries.map(({ status }) => status))).toEqual(
      new Set(['added', 'changed', 'removed', 'same', 'unknown']),
    );
    expect(difference.changes.some((change) => change.entries.length > 20)).toBe(true);
    expect(rendered.length).toBeGreaterThan(10);
    expect(counts).toMatchObject({ entries: 35, failed: 0 });
    expect(new Set(suppressed.map(({ by }) => by))).toEqual(new Set(['config', 'comment', 'baseline']));
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        'config/expired-suppression',
        'config/unused-suppression',
        'schema/wrong-type',
      ]),
    );
    for (const of of [1, 2, 7, 30]) {
      const files = await runParts(cwd, of, { args: compared });
      const elsewhere = workspaceWith({});
      // In another order, and from a folder that has nothing of the workspace.
      const args = ['report', '--expect', String(of), ...files.reverse()];
      expect(await runWithAllFormats(args, elsewhere), `${of} parts`).toEqual(whole);
    }
  }, 600_000);

  test('without a part that died: its entries have failed, all else is as it was', async () => {
    const cwd = await acceptedMatrix();
    const whole = parse((await runCli(['check', '--quiet', '--format=json', ...compared], { cwd })).stdout);
    const { stdout: matrix } = await runCli(['matrix', '--json', '--shards', '7'], { cwd });
    const { include }: { include: { shard: string; entries: string[] }[] } = JSON.parse(matrix);
    const dead = include.find(({ shard }) => shard === '5/7')?.entries ?? [];
    expect(dead.length).toBeGreaterThan(3);
    const files = await runParts(cwd, 7, { without: [5], args: compared });
    const { code, stdout } = await runCli(['report', '--format=json', ...files], { cwd: workspaceWith({}) });
    expect(code).toBe(3);
    const joined = parse(stdout);
    const isDead = ({ entry }: { readonly entry: string }): boolean => dead.includes(entry);
    const lost = joined.results.filter(isDead);
    expect(lost.filter(({ status }) => status === 'failed').map(({ entry }) => entry)).toEqual(
      dead.toSorted(),
    );
    expect(new Set(lost.map(({ reason }) => reason))).toEqual(
      new Set(['part 5/7 of the run gave no report']),
    );
    expect(joined.base.isComplete).toBe(false);
    const isLost = ({ name }: { readonly name: string }): boolean => dead.includes(name);
    expect(joined.difference.entries.filter(isLost).map(({ status }) => status)).toEqual(
      dead.map(() => 'unknown'),
    );
    const known = (report: Json) => report.difference.entries.filter((entry) => !isLost(entry));
    expect(known(joined)).toEqual(known(whole));
    const others = joined.results.filter((result) => !isDead(result));
    expect(others).toEqual(whole.results.filter((result) => !isDead(result)));
    // A comment or a rule may be needed by what nobody looked at.
    expect(joined.findings.filter(({ check }) => check === 'config/unused-suppression')).toEqual([]);
    for (const { check, entries } of joined.findings)
      expect
        .soft(
          entries.filter((entry) => dead.includes(String(entry))),
          check,
        )
        .toEqual([]);
  }, 600_000);

  test('of a folder of files only', async () => {
    const { 'edge/a.bu': config = '', 'edge/widget.yaml': widget = '' } = matrixWorkspace();
    const comment = '# windtunnel: ignore translate/unused-key of one of them\n';
    const cwd = workspaceWith({
      'a.bu': config,
      'b.bu': config.replace('    - nmae', `    ${comment}    - nmae`),
      'c.yaml': widget,
      'd.yaml': matrixWorkspace()['azure/fedora-coreos/kubernetes/definition.yaml'] ?? '',
      'e.bu': 'variant: fcos\nversion: {{ version }}\n',
    });
    const whole = await runWithAllFormats(['check', '--quiet'], cwd);
    const files = await runParts(cwd, 3);
    expect(await runWithAllFormats(['report', ...files], workspaceWith({}))).toEqual(whole);
  }, 120_000);
});

describe('a part by itself', () => {
  test('is no verdict: its report says failed, and the rest of the run has failed', async () => {
    const cwd = workspaceWith({
      'a.bu': 'variant: fcos\nversion: 1.5.0\n',
      'b.bu': 'variant: fcos\nversion: 1.5.0\n',
    });
    const [file = ''] = await runParts(cwd, 2, { without: [2] });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ result: 'failed', exitCode: 3 });
    const { code, stdout } = await runCli(['report', file], { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain('part 2/2 of the run gave no report');
  });

  test.each([
    [['--shard', '0/2'], '--shard: 0/2 is no part such as 2/7, of at most 256'],
    [['--shard', '3/2'], '--shard: 3/2 is no part such as 2/7, of at most 256'],
    [['--shard', '1/257'], '--shard: 1/257 is no part such as 2/7, of at most 256'],
    [
      ['--shard', '1/2', '--format', 'sarif=a'],
      '--shard: a part has no verdict, so there is no --format sarif=a; write it with --format json=FILE, and join the parts with `windtunnel report`',
    ],
    [
      ['--shard', '1/2', '--write-baseline', 'b.json'],
      '--shard: a baseline is written of a whole run, without --shard',
    ],
  ])('%j is wrong use', async (args, message) => {
    const { code, stderr } = await runCli(['check', ...args], { cwd: workspaceWith({}) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: `windtunnel: ${message}\n` });
  });
});
