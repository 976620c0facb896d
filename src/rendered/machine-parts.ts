import type { Core } from '../core/host.ts';
import { mergeDocuments } from '../machine/merge.ts';
import { translateDocument } from '../machine/translate.ts';
import { secretRedactor } from '../model/redact-secrets.ts';
import type { ConfigText, MachineConfig, MatrixEntry } from '../model/rendered-cluster.ts';
import { hideSecrets } from './hide-secrets.ts';
import { hideWritten } from './hide-written.ts';
import { ignitionParts } from './ignition-parts.ts';
import type { Parts } from './part.ts';

/**
 * What a machine receives, file by file. Keys and tokens are taken out of its config before it is translated, so that no
 * encoding hides them. Throws `CoreFailure` when the core breaks on it.
 *
 * @param secrets values that no output may show, longest first
 */
export function machineParts(
  core: Core,
  { platform }: MatrixEntry,
  machine: MachineConfig,
  secrets: readonly string[],
): Parts {
  const documents = [machine.config, ...machine.snippets].map((config) => {
    const { file, dialect } = config;
    const shown: ConfigText = { file, dialect, text: hideSecrets(config, secrets) };
    return translateDocument(core, shown, machine.filesDir, platform);
  });
  const isTranslated = documents.every(({ ignition }) => ignition !== undefined);
  const merged = isTranslated ? mergeDocuments(core, documents).ignition : undefined;
  if (merged === undefined) {
    return { parts: [], missing: [`the config of ${machine.name} does not translate`] };
  }
  const redact = secretRedactor(secrets);
  const parts = ignitionParts(machine.name, merged);
  return {
    parts: parts.map((part) => ({ ...part, ...hideWritten(part.text, redact) })),
    missing: [],
  };
}
