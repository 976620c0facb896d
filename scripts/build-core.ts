/**
 * Builds the WebAssembly core from `core/`.
 *
 *   tsx scripts/build-core.ts               writes dist/core.wasm.br, dist/core.json
 *   tsx scripts/build-core.ts --check       builds again and compares with dist/core.json
 *   tsx scripts/build-core.ts --native OUT  builds the native twin for the fidelity test
 *
 * The module is the same byte for byte for one patch release of Go, so
 * `--check` is skipped, with a line that says so, where Go is absent or of
 * another release.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { writeGoOverlay } from './go-overlay.ts';
import { limitWasmMemory } from './wasm-memory-limit.ts';
import { snapshotWasm } from './wasm-snapshot.ts';

/** What dist/core.json says of dist/core.wasm.br. */
interface CoreManifest {
  readonly go: string;
  /** Of the module before compression, in hexadecimal. */
  readonly sha256: string;
  /** Of the module before compression. */
  readonly bytes: number;
  /** Path to version of every Go module that is linked. */
  readonly modules: Readonly<Record<string, string>>;
}

/** 512 MiB. */
const MAXIMUM_PAGES = 8192;

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'core');
const modulePath = join(root, 'dist', 'core.wasm.br');
const manifestPath = join(root, 'dist', 'core.json');

/** One call of each kind, small: what they leave behind in memory is shipped. */
const warmUp = [
  translate('fcos', '1.5.0'),
  translate('flatcar', '1.1.0'),
  request('clc.convert', {
    source: 'systemd:\n  units:\n    - name: a.service\n',
    platform: '',
    pretty: false,
    strict: false,
  }),
  request('ignition.validate', { source: '{"ignition":{"version":"3.4.0"}}' }),
  request('shell.parse', { source: 'echo a\n', dialect: 'bash' }),
  request('terraform.load', { folder: '/workspace/warm-up' }),
  request('terraform.render', {
    modules: [{ key: '', folder: '/workspace/warm-up', path: '.' }],
    missing: [],
    variables: [],
    workspace: 'default',
  }),
];

/** A module with some of everything that nearly every module has. */
const warmUpModule = `variable "names" {
  type    = list(string)
  default = ["a", "b"]
}

locals {
  text = <<-EOT
    \${join(",", [for name in var.names : upper(name)])}
    %{ for name in var.names ~}
    \${indent(2, name)}
    %{ endfor ~}
  EOT
  all  = merge({ a = base64encode(local.text) }, { b = format("%s:%d", cidrhost("10.0.0.0/16", 1), 1) })
}

output "all" {
  value = jsonencode(local.all)
}
`;

function translate(variant: string, version: string): string {
  const source = [
    `variant: ${variant}`,
    `version: ${version}`,
    'storage:',
    '  files:',
    '    - path: /a',
    '      mode: 0644',
    '      contents:',
    '        inline: a',
    'systemd:',
    '  units:',
    '    - name: a.service',
    '      contents: "[Service]\\nType=oneshot\\n"',
    '',
  ].join('\n');
  return request('butane.translate', { source, strict: false, pretty: false, raw: false });
}

function request(method: string, params: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ method, params });
}

const common = ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w'];
const environment = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off' };
const forWasm = { ...environment, GOOS: 'wasip1', GOARCH: 'wasm', CGO_ENABLED: '0' };

async function buildWasm(): Promise<{ wasm: Uint8Array; manifest: CoreManifest }> {
  const folder = mkdtempSync(join(tmpdir(), 'windtunnel-core-'));
  try {
    const out = join(folder, 'core.wasm');
    mkdirSync(join(folder, 'warm-up'));
    writeFileSync(join(folder, 'warm-up', 'main.tf'), warmUpModule);
    const overlay = writeGoOverlay(go('env', 'GOROOT').trim(), folder);
    execFileSync('go', [...common, '-overlay', overlay, '-buildmode=c-shared', '-o', out, '.'], {
      cwd: source,
      env: forWasm,
      stdio: 'inherit',
    });
    const wasm = await snapshotWasm(limitWasmMemory(readFileSync(out), MAXIMUM_PAGES), folder, warmUp);
    const sha256 = createHash('sha256').update(wasm).digest('hex');
    const manifest = { go: goVersion() ?? '', sha256, bytes: wasm.length, modules: linkedModules() };
    return { wasm, manifest };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The modules of all packages that end up in the WebAssembly module. */
function linkedModules(): Record<string, string> {
  const format = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}';
  const lines = go('list', '-deps', '-f', format, '.')
    .split('\n')
    .filter((line) => line !== '');
  const pairs = [...new Set(lines)].sort().map((line) => line.split(' '));
  return Object.fromEntries(pairs.map(([path = '', version = '']) => [path, version]));
}

function buildNative(out: string): void {
  execFileSync('go', [...common, '-o', resolve(out), '.'], {
    cwd: source,
    env: environment,
    stdio: 'inherit',
  });
}

/** The release of the Go that would build, e.g. "go1.26.8"; none without Go. */
function goVersion(): string | undefined {
  try {
    return go('env', 'GOVERSION').trim();
  } catch {
    return undefined;
  }
}

function go(...args: readonly string[]): string {
  return execFileSync('go', args, { cwd: source, env: forWasm, encoding: 'utf8' });
}

async function write(): Promise<void> {
  const { wasm, manifest } = await buildWasm();
  const compressed = brotliCompressSync(wasm, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
    },
  });
  writeFileSync(modulePath, compressed);
  writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`dist/core.wasm.br: ${wasm.length} bytes, ${compressed.length} compressed, ${manifest.go}`);
}

/** Returns the exit code: 0 the same or skipped, 1 different. */
async function check(): Promise<number> {
  // The file is written by this script.
  const expected = JSON.parse(readFileSync(manifestPath, 'utf8')) as CoreManifest;
  const present = goVersion();
  if (present !== expected.go) {
    console.log(`skipped: dist/core.wasm.br was built by ${expected.go}, here is ${present ?? 'no Go'}`);
    return 0;
  }
  const { manifest } = await buildWasm();
  const same = manifest.sha256 === expected.sha256;
  console.log(
    same
      ? 'dist/core.wasm.br is what core/ builds'
      : 'dist/core.wasm.br is not what core/ builds: run scripts/build-core.ts',
  );
  return same ? 0 : 1;
}

const [mode, out] = process.argv.slice(2);
if (mode === undefined) await write();
else if (mode === '--check') process.exitCode = await check();
else if (mode === '--native' && out !== undefined) buildNative(out);
else {
  console.error('usage: build-core.ts [--check | --native OUT]');
  process.exitCode = 2;
}
