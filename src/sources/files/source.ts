import type { Config, MachineTarget } from '../../config/config.ts';
import { compareText } from '../../model/origin.ts';
import { type ConfigText, type MatrixEntry, nothingElse } from '../../model/rendered-cluster.ts';
import type { LeftOut } from '../../model/report.ts';
import type { Discovery, FoundEntry, Rendered, Source } from '../source.ts';
import { readText } from '../workspace/read-text.ts';
import type { Workspace } from '../workspace.ts';
import { type Classifier, classify } from './classify.ts';
import { discoverFiles, type FoundMachine, type FoundManifest, makeClassifier } from './discover.ts';
import { filesDirFor, localReferences } from './files-dir.ts';

/** Machine configs and Kubernetes manifests that are there as files, ready to be translated and applied. */
export const filesSource: Source = {
  name: 'files',
  async discover(workspace: Workspace, config: Config): Promise<Discovery> {
    const classifier = makeClassifier(workspace);
    const { machines, manifests, leftOut } = discoverFiles(workspace, config, classifier);
    const byName = new Map<string, Item>();
    for (const machine of machines)
      byName.set(machine.settings.name, { entry: machineEntry(machine), machine });
    for (const manifest of manifests) {
      // A machine of the configuration may have this very name.
      const name = byName.has(manifest.file) ? `./${manifest.file}` : manifest.file;
      byName.set(name, { entry: { name, source: 'files', ...versionOf(config.target) }, manifest });
    }
    return {
      entries: Array.from(byName.values(), foundEntry).sort((a, b) =>
        compareText(a.entry.name, b.entry.name),
      ),
      leftOut: leftOut.toSorted((a, b) => compareText(a.file, b.file)),
      render: async (name) => {
        const item = byName.get(name);
        if (!item) throw new Error(`no entry ${name} was discovered`);
        return 'machine' in item
          ? renderMachine(classifier, item.machine, config.filesDir)
          : renderManifest(classifier, item.entry, item.manifest);
      },
    };
  },
};

type Item =
  | { readonly entry: MatrixEntry; readonly machine: FoundMachine }
  | { readonly entry: MatrixEntry; readonly manifest: FoundManifest };

function foundEntry(item: Item): FoundEntry {
  const { facts } = 'machine' in item ? item.machine : item.manifest;
  return { entry: item.entry, hasMachines: 'machine' in item, ...facts };
}

function machineEntry({ settings }: FoundMachine): MatrixEntry {
  return { name: settings.name, source: 'files', ...settings.target };
}

/** A manifest does not know where its cluster runs. */
function versionOf({ kubernetes, kubernetesFrom }: MachineTarget): Partial<MatrixEntry> {
  return {
    ...(kubernetes !== undefined && { kubernetes }),
    ...(kubernetesFrom !== undefined && { kubernetesFrom }),
  };
}

function renderManifest(
  classifier: Classifier,
  entry: MatrixEntry,
  { file, text: kept }: FoundManifest,
): Rendered {
  // What the file is was found out before.
  const text = kept ?? readText(classifier.workspace, file);
  if (text === undefined) return { kind: 'left-out', leftOut: changed(file) };
  return { kind: 'cluster', cluster: { entry, machines: [], manifests: [{ file, text }], ...nothingElse } };
}

function changed(file: string): LeftOut {
  return { file, status: 'failed', reason: 'changed while it was checked' };
}

/** Reads the machine's files again: keeping the texts of all entries would take the memory of all entries. */
function renderMachine(
  classifier: Classifier,
  machine: FoundMachine,
  commonFilesDir: string | undefined,
): Rendered {
  const { settings } = machine;
  const texts: ConfigText[] = [];
  for (const file of [settings.config, ...settings.snippets]) {
    const text = readConfigText(classifier, machine, file);
    if ('status' in text) return { kind: 'left-out', leftOut: text };
    texts.push(text);
  }
  const [config, ...snippets] = texts;
  if (!config) throw new Error('a machine has a config');
  const filesDir =
    settings.filesDir ??
    commonFilesDir ??
    filesDirFor(
      classifier.workspace,
      settings.config,
      texts.flatMap(({ text }) => localReferences(text)),
    );
  const { name, role, pool, delivery } = settings;
  const known = { ...(role !== undefined && { role }), ...(pool !== undefined && { pool }) };
  const rendered = { name, ...known, config, snippets, delivery, filesDir };
  return {
    kind: 'cluster',
    cluster: { entry: machineEntry(machine), machines: [rendered], manifests: [], ...nothingElse },
  };
}

function readConfigText(classifier: Classifier, machine: FoundMachine, file: string): ConfigText | LeftOut {
  const found = classify(classifier, file, machine.claim);
  if (found.kind === 'config') return { file, text: found.text, dialect: found.dialect };
  if (found.kind === 'left-out') return { file, status: found.status, reason: found.reason };
  return changed(file);
}
