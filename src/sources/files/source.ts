import type { Config } from '../../config/config.ts';
import { compareText } from '../../model/origin.ts';
import type { ConfigText, MatrixEntry } from '../../model/rendered-cluster.ts';
import type { LeftOut } from '../../model/report.ts';
import type { Discovery, Rendered, Source } from '../source.ts';
import type { Workspace } from '../workspace.ts';
import { type Classifier, classify } from './classify.ts';
import { discoverFiles, type FoundMachine, makeClassifier } from './discover.ts';
import { filesDirFor, localReferences } from './files-dir.ts';

/** Butane, Container Linux Config and Ignition files that are there as files, ready to be translated. */
export const filesSource: Source = {
  name: 'files',
  async discover(workspace: Workspace, config: Config): Promise<Discovery> {
    const classifier = makeClassifier(workspace);
    const { machines, manifests, leftOut } = discoverFiles(workspace, config, classifier);
    const byName = new Map(machines.map((machine) => [machine.settings.name, machine]));
    return {
      entries: machines.map(entryOf).sort((a, b) => compareText(a.name, b.name)),
      leftOut: leftOut.toSorted((a, b) => compareText(a.file, b.file)),
      manifests,
      render: async (name) => {
        const machine = byName.get(name);
        if (!machine) throw new Error(`no entry ${name} was discovered`);
        return render(classifier, machine, config.filesDir);
      },
    };
  },
};

function entryOf({ settings }: FoundMachine): MatrixEntry {
  return { name: settings.name, source: 'files', ...settings.target };
}

/** Reads the machine's files again: keeping the texts of all entries would take the memory of all entries. */
function render(classifier: Classifier, machine: FoundMachine, commonFilesDir: string | undefined): Rendered {
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
  return { kind: 'cluster', cluster: { entry: entryOf(machine), machines: [rendered], gaps: [] } };
}

function readConfigText(classifier: Classifier, machine: FoundMachine, file: string): ConfigText | LeftOut {
  const found = classify(classifier, file, machine.claim);
  if (found.kind === 'config') return { file, text: found.text, dialect: found.dialect };
  const reason = 'changed while it was checked';
  if (found.kind !== 'left-out') return { file, status: 'failed', reason };
  return { file, status: found.status, reason: found.reason };
}
