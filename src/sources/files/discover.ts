import type { Config, MachineSettings } from '../../config/config.ts';
import { type NamedVersion, versionOfImages } from '../../kubernetes/version.ts';
import type { LeftOut } from '../../model/report.ts';
import { matcher } from '../workspace/patterns.ts';
import type { Workspace } from '../workspace.ts';
import { type Claim, type Classified, type Classifier, classify } from './classify.ts';
import { factsOfName } from './file-names.ts';
import { manifestParts } from './manifest-parts.ts';
import { terraformTemplates } from './terraform-reads.ts';

/** What texts tell before anybody renders them. */
export interface TextFacts {
  /** The Kubernetes that an image in them names. */
  readonly version: NamedVersion | undefined;
  /** Whether CustomResourceDefinitions stand in them. */
  readonly hasDefinitions: boolean;
  /** Length in UTF-16 units. */
  readonly size: number;
}

/** A machine to render: one of the configuration's, or one that stands for a config that was found. */
export interface FoundMachine {
  readonly settings: MachineSettings;
  /** Each of its files, and why it was looked at. */
  readonly claim: Claim;
  readonly facts: TextFacts;
}

/** A file of Kubernetes documents. */
export interface FoundManifest {
  readonly file: string;
  readonly facts: TextFacts;
  /** Kept for the first so many files, which then need not be read again. */
  readonly text: string | undefined;
}

/** UTF-16 units of manifests that are kept until they are rendered. */
const mostKept = 32 * 1024 * 1024;

export interface FoundFiles {
  readonly machines: readonly FoundMachine[];
  readonly manifests: readonly FoundManifest[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Finds the machine configs and Kubernetes manifests below the workspace's targets: the machines of the configuration,
 * then every other file that is one by its contents, or by the configuration's patterns where it has some.
 */
export function discoverFiles(workspace: Workspace, config: Config, classifier: Classifier): FoundFiles {
  const machines: FoundMachine[] = [];
  const manifests: FoundManifest[] = [];
  let kept = 0;
  const leftOut = new Map<string, LeftOut>();
  const note = (file: string, found: Classified): string | undefined => {
    if (found.kind === 'left-out') leftOut.set(file, { file, status: found.status, reason: found.reason });
    return found.kind === 'config' ? found.text : undefined;
  };
  const used = new Set<string>();
  for (const settings of config.machines) {
    const files = [settings.config, ...settings.snippets];
    for (const file of files) used.add(file);
    if (!files.some((file) => isTargeted(workspace, file))) continue;
    const texts = files.flatMap((file) => note(file, classify(classifier, file, 'claimed')) ?? []);
    if (texts.length === files.length)
      machines.push({ settings, claim: 'claimed', facts: factsOf(texts.join('\n')) });
  }
  const candidates = listCandidates(workspace, config);
  for (const item of candidates.leftOut) leftOut.set(item.file, item);
  const partReason = manifestParts(
    workspace,
    candidates.files.map(({ file }) => file),
  );
  for (const { file, claim } of candidates.files) {
    if (used.has(file) || file === config.file) continue;
    const found = wholeManifest(classify(classifier, file, claim), () => partReason(file), claim);
    const text = note(file, found);
    if (found.kind === 'kubernetes') {
      kept += found.text.length;
      const keeps = kept <= mostKept;
      manifests.push({ file, facts: factsOf(found.text), text: keeps ? found.text : undefined });
    } else if (text !== undefined)
      machines.push({ settings: machineOf(file, config), claim, facts: factsOf(text) });
  }
  return { machines, manifests, leftOut: [...leftOut.values()] };
}

/** A person who names a file wants to hear of it, and a pattern may mean it too. */
function wholeManifest(found: Classified, partReason: () => string | undefined, claim: Claim): Classified {
  if (found.kind !== 'kubernetes' || claim !== 'found') return found;
  const reason = partReason();
  return reason === undefined ? found : { kind: 'left-out', status: 'skipped', reason };
}

function factsOf(text: string): TextFacts {
  return {
    version: versionOfImages(text),
    hasDefinitions: text.includes('CustomResourceDefinition'),
    size: text.length,
  };
}

/** The templates that Terraform reads are asked for once at most, and only when a file may be one. */
export function makeClassifier(workspace: Workspace): Classifier {
  let isTemplate: ((file: string) => boolean) | undefined;
  return {
    workspace,
    isTerraformTemplate: (file) => {
      isTemplate ??= terraformTemplates(workspace);
      return isTemplate(file);
    },
  };
}

function listCandidates(
  workspace: Workspace,
  config: Config,
): { readonly files: readonly { file: string; claim: Claim }[]; readonly leftOut: readonly LeftOut[] } {
  const named = new Set(workspace.targets.flatMap((target) => (target.kind === 'file' ? [target.path] : [])));
  const byPattern = config.files && inFolder(config.folder, matcher(config.files));
  const ignored = inFolder(config.folder, matcher(config.ignore));
  const isWanted = byPattern ? () => true : (name: string) => factsOfName(name) !== undefined;
  const { files, leftOut } = workspace.list(isWanted);
  const taken = files.flatMap((file): { file: string; claim: Claim }[] => {
    if (named.has(file)) return [{ file, claim: 'named' }];
    if (ignored(file)) return [];
    if (byPattern) return byPattern(file) ? [{ file, claim: 'listed' }] : [];
    return [{ file, claim: 'found' }];
  });
  const isOfInterest = (item: LeftOut): boolean => !ignored(item.file) && (byPattern?.(item.file) ?? true);
  return { files: taken, leftOut: leftOut.filter(isOfInterest) };
}

/** Patterns are relative to the configuration's folder, files to the workspace. */
function inFolder(folder: string, matches: (file: string) => boolean): (file: string) => boolean {
  if (folder === '') return matches;
  return (file) => file.startsWith(`${folder}/`) && matches(file.slice(folder.length + 1));
}

function isTargeted(workspace: Workspace, file: string): boolean {
  return workspace.targets.some((target) =>
    target.kind === 'file' ? target.path === file : target.path === '' || file.startsWith(`${target.path}/`),
  );
}

/** A config that stands for itself, with the configuration's defaults. */
function machineOf(file: string, config: Config): MachineSettings {
  // A machine of the configuration may have this very name.
  const isTaken = config.machines.some((machine) => machine.name === file);
  return {
    name: isTaken ? `./${file}` : file,
    config: file,
    snippets: [],
    role: undefined,
    pool: undefined,
    target: config.target,
    delivery: 'user-data',
    filesDir: undefined,
    origin: { file, line: 0, column: 0 },
  };
}
