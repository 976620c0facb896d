import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildButane, hasGo } from '../../scripts/build-go-program.ts';
import { type Core, CoreFailure, loadCore } from '../../src/core/host.ts';
import type { CoreMethods } from '../../src/core/protocol.ts';
import { butaneTranslators } from './butane-translators.ts';
import { butaneConfigs, type Config, filesFolder } from './corpus.ts';
import { difference } from './difference.ts';
import { root } from './go-builds.ts';

const mounted = path.posix.join('/workspace', path.relative(root, filesFolder));

/** How many executables run at the same time. */
const parallel = 4;

/** What a run of an executable shows. */
interface Outcome {
  readonly status: number;
  readonly stdout: string;
  /** Sorted: upstream walks maps, and writes its remarks in another order every time. */
  readonly stderr: readonly string[];
}

describe.skipIf(!hasGo)(`the core and the butane executable${hasGo ? '' : ' (skipped: no Go)'}`, () => {
  let core: Core;
  let version: string;
  let butane: string;

  beforeAll(async () => {
    core = await loadCore(root);
    version = core.call('core.versions', {}).modules['github.com/coreos/butane'] ?? '';
    butane = buildButane(version);
  });

  test('give the same status, output and remarks for every config, --strict', async () => {
    const configs = butaneConfigs();
    const executed = await inParallel(configs, (config) => execute(butane, config));
    const differences = configs.flatMap((config, index) => {
      const found = difference(shown(foretold(core, config)), shown(executed[index]));
      return found === undefined ? [] : [{ config: config.name, ...found }];
    });
    const clean = executed.filter(({ status }) => status === 0).length;
    console.log(`compared ${configs.length} configs (${clean} clean), ${differences.length} differences`);
    expect(configs.length).toBeGreaterThan(600);
    expect(differences).toEqual([]);
  });

  test('know the variants and versions of the corpus', () => {
    const source = path.join(goModuleFolder(butane, version), 'config/config.go');
    const registered = [...readFileSync(source, 'utf8').matchAll(/RegisterTranslator\("(\S+)", "(\S+)"/g)];
    const names = registered.map(([, variant, known]) => `${variant} ${known}`);
    expect(butaneTranslators.map((to) => `${to.variant} ${to.version}`).sort()).toEqual(names.sort());
  });
});

function shown(outcome: Outcome | undefined): string {
  return JSON.stringify(outcome);
}

function goModuleFolder(executable: string, version: string): string {
  const query = ['list', '-m', '-f', '{{.Dir}}', `github.com/coreos/butane@${version}`];
  return execFileSync('go', query, { cwd: path.dirname(executable), encoding: 'utf8' }).trim();
}

function execute(butane: string, { source }: Config): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = ['--strict', '--raw-errors', '--files-dir', filesFolder];
    const child = execFile(butane, options, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const status = typeof error?.code === 'number' ? error.code : 0;
      resolve({ status, stdout, stderr: remarks(status, stderr.replaceAll(filesFolder, mounted)) });
    });
    // An executable that stops before it has read everything breaks the pipe; its status tells.
    child.stdin?.on('error', () => {});
    child.stdin?.end(source);
  });
}

/** What the executable should show, from the core's answer. */
function foretold(core: Core, { source }: Config): Outcome {
  try {
    const params = { source, strict: true, pretty: false, raw: false, filesDir: mounted };
    const result = core.call('butane.translate', params);
    const status = result.error === null ? 0 : 1;
    const stdout = result.ignition === null ? '' : `${result.ignition}\n`;
    return { status, stdout, stderr: remarks(status, written(result)) };
  } catch (error) {
    if (!(error instanceof CoreFailure) || error.fatal) throw error;
    return { status: 2, stdout: '', stderr: [] };
  }
}

/** The executable's words for a result, by its main function and `--raw-errors`. */
function written({ entries, error }: CoreMethods['butane.translate']['result']): string {
  const lines = entries.map(({ kind, message, path: where, line, column }) => {
    const places = [
      ...(where.length > 0 ? [['$', ...where].join('.')] : []),
      ...(line > 0 ? [`line ${line} col ${column}`] : []),
    ];
    return `${kind}${places.length > 0 ? ` at ${places.join(', ')}` : ''}: ${message}\n`;
  });
  if (error === null) return lines.join('');
  const strict = 'Config produced warnings and --strict was specified';
  return `${lines.join('')}${error === strict ? strict : `Error translating config: ${error}`}\n`;
}

/** Lines in an order of their own; none for a panic, whose stack differs from run to run. */
function remarks(status: number, stderr: string): string[] {
  return status === 2 ? [] : stderr.split('\n').sort();
}

async function inParallel<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next[0]] = await act(next[1]);
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}
