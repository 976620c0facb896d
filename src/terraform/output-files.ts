import type { Core } from '../core/host.ts';
import { mergeDocuments } from '../machine/merge.ts';
import { renderedName } from '../machine/rendered-documents.ts';
import { translateDocument } from '../machine/translate.ts';
import { secretRedactor } from '../model/redact-secrets.ts';
import type { ConfigText, MachineConfig, RenderedCluster, RenderedText } from '../model/rendered-cluster.ts';
import { hideSecrets } from '../rendered/hide-secrets.ts';

/** A file of `windtunnel render`. */
export interface OutputFile {
  /** Relative to the output folder, with `/`; never leads out of it. */
  readonly path: string;
  readonly text: string;
}

/**
 * Everything that a cluster's machines, API servers and operators receive, as files. Keys and tokens are left out of
 * all of them unless `withKeys`: they are made up, but look real.
 */
export function outputFiles(core: Core, cluster: RenderedCluster, withKeys: boolean): OutputFile[] {
  const redact = withKeys ? (text: string) => text : secretRedactor(cluster.secrets);
  const show = (text: RenderedText): string =>
    withKeys ? text.text : redact(hideSecrets(text, cluster.secrets));
  const { machines, manifests, files, infrastructure, gaps, entry } = cluster;
  return unique([
    ...machines.flatMap((machine) => machineFiles(core, cluster, machine, show)),
    ...manifests.map((manifest) => ({
      path: `manifests/${safePath(redact(manifest.place ?? manifest.file))}`,
      text: show(manifest),
    })),
    ...files.map((file) => ({ path: `${file.target}/${safePath(redact(file.path))}`, text: show(file) })),
    { path: 'infrastructure.json', text: redact(json(infrastructure)) },
    { path: 'entry.json', text: redact(json({ ...entry, gaps })) },
  ]);
}

function machineFiles(
  core: Core,
  { entry }: RenderedCluster,
  machine: MachineConfig,
  show: (text: RenderedText) => string,
): OutputFile[] {
  const folder = 'machines';
  const name = safePath(machine.name);
  const shown = [machine.config, ...machine.snippets].map(
    (config): ConfigText => ({ file: config.file, dialect: config.dialect, text: show(config) }),
  );
  const documents = shown.map((config) => translateDocument(core, config, machine.filesDir, entry.platform));
  const { ignition } = mergeDocuments(core, documents);
  const isTranslated = documents.every((document) => document.ignition !== undefined);
  return [
    ...shown.map(({ text, dialect }, index) => ({
      path: `${folder}/${renderedName(name, index, dialect)}`,
      text,
    })),
    ...(isTranslated && ignition !== undefined
      ? [{ path: `${folder}/${name}/ignition.json`, text: json(JSON.parse(ignition)) }]
      : []),
  ];
}

/** A path that a module gives, made safe to be one below the output folder. */
function safePath(path: string): string {
  const parts = path.split('/').map((part) => part.replace(/[^\w.@=+,-]+/g, '_'));
  const kept = parts.filter((part) => part !== '' && part !== '.' && part !== '..');
  return kept.map((part) => part.slice(0, 120)).join('/') || '_';
}

/** Two files may come to the same name once it is safe: the later one gets a number. */
function unique(files: readonly OutputFile[]): OutputFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.path) ?? 0) + 1;
    seen.set(file.path, count);
    return count === 1 ? file : { ...file, path: `${file.path}.${count}` };
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
