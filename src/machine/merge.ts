import type { Core } from '../core/host.ts';
import { asText, decodeContents } from './data-url.ts';
import { readIgnition } from './read-ignition.ts';
import type { DocumentSubject, TranslatorEntry } from './subjects.ts';
import { isOfTheConfig } from './translate.ts';

export interface Merged {
  /** The merged Ignition; undefined when the documents cannot be merged. */
  readonly ignition: string | undefined;
  readonly entries: readonly TranslatorEntry[];
  /** Addresses of configs that the machine fetches itself: what they add is not known here. */
  readonly remote: readonly string[];
}

/**
 * Merges a config with its snippets as terraform-provider-ct does, then with the configs that it carries in
 * `ignition.config.merge`, as Ignition does at first boot, and validates the result.
 */
export function mergeDocuments(core: Core, documents: readonly DocumentSubject[]): Merged {
  const [base, ...snippets] = documents.flatMap((document) => document.ignition ?? []);
  if (base === undefined) return { ignition: undefined, entries: [], remote: [] };
  const withSnippets = mergeAll(core, base, snippets);
  if (withSnippets.ignition === undefined) return { ...withSnippets, remote: [] };
  const { carried, remote } = carriedConfigs(withSnippets.ignition);
  const whole = mergeAll(
    core,
    withSnippets.ignition,
    carried.map(({ text }) => text),
  );
  const said = new Set(documents.flatMap((document) => document.entries.map((entry) => entry.message)));
  const ofCarried = whole.entries.map((entry) => inCarried(entry, carried));
  const entries = [...withSnippets.entries, ...ofCarried].filter(
    (entry) => isOfTheConfig(entry) && !said.has(entry.message),
  );
  return { ...whole, entries, remote };
}

function mergeAll(core: Core, base: string, others: readonly string[]): Omit<Merged, 'remote'> {
  if (others.length === 0) return { ignition: base, entries: [] };
  const result = core.call('ignition.merge', { base, snippets: others, pretty: false });
  if (result.ignition !== null) {
    // Documents that are valid alone may conflict with each other.
    const { entries, error } = core.call('ignition.validate', { source: result.ignition });
    const refused: TranslatorEntry[] = error === null ? [] : [refusal(error)];
    return {
      ignition: result.ignition,
      entries: [...result.entries, ...entries, ...(entries.length > 0 ? [] : refused)],
    };
  }
  const isExplained = result.entries.some((entry) => entry.kind === 'error');
  const refused = isExplained ? [] : [refusal(result.error ?? 'the configs cannot be merged')];
  return { ignition: undefined, entries: [...result.entries, ...refused] };
}

/** Of a config that is carried only its place in the one that carries it is known. */
function inCarried(entry: TranslatorEntry, carried: readonly CarriedConfig[]): TranslatorEntry {
  const config = carried[(entry.document ?? 0) - 1];
  if (!config) return entry;
  const message = `in the config that is merged here: ${entry.message}`;
  return { ...entry, message, path: ['ignition', 'config', 'merge', config.index], line: 0, column: 0 };
}

interface CarriedConfig {
  readonly text: string;
  /** Place among all that are merged. */
  readonly index: number;
}

function refusal(message: string): TranslatorEntry {
  return { kind: 'error', message, path: [], line: 0, column: 0 };
}

function carriedConfigs(ignition: string): { carried: CarriedConfig[]; remote: string[] } {
  const carried: CarriedConfig[] = [];
  const remote: string[] = [];
  for (const [index, { source, compression }] of readIgnition(ignition).merged.entries()) {
    const decoded = decodeContents(source, compression);
    const text = 'bytes' in decoded ? asText(decoded.bytes) : undefined;
    if (text) carried.push({ text, index });
    else if ('remote' in decoded) remote.push(decoded.remote);
  }
  return { carried, remote };
}
