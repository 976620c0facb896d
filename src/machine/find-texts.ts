import path from 'node:path';
import type { Origin } from '../model/origin.ts';
import type { MachineConfig } from '../model/rendered-cluster.ts';
import type { YamlNode, YamlPath } from '../yaml/document.ts';
import { locateInScalar } from '../yaml/embedded-text.ts';
import { itemsAt, nodeAt, textAt } from '../yaml/lookup.ts';
import { originOfPath } from './place.ts';
import type { DocumentSubject, TextSource } from './subjects.ts';

/** Where a text of the merged Ignition may have been written, as paths below the item that holds it. */
interface Written {
  /** A scalar of the document with the text itself. */
  readonly inline: YamlPath;
  /** A scalar with the name of a local file that holds it. */
  readonly local?: YamlPath;
}

/**
 * Finds who wrote a text that the machine receives: the last document, snippets included, whose item of `list`
 * fits and which writes it. Undefined when no document does: the translator made it up.
 */
export function findText(
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  text: string,
  list: YamlPath,
  fits: (item: YamlNode) => boolean,
  written: readonly Written[],
): TextSource | undefined {
  for (const document of documents.toReversed()) {
    const items = itemsAt(document.yaml?.roots[0], list);
    const index = items.findLastIndex(fits);
    if (index < 0) continue;
    for (const place of written) {
      const source = readWritten(machine, document, text, [...list, index], place);
      if (source) return source;
    }
  }
  return undefined;
}

function readWritten(
  machine: MachineConfig,
  document: DocumentSubject,
  text: string,
  item: YamlPath,
  written: Written,
): TextSource | undefined {
  const root = document.yaml?.roots[0];
  const local = written.local && textAt(root, [...item, ...written.local]);
  if (local) return localText(machine, local, text);
  const inlinePath = [...item, ...written.inline];
  const scalar = nodeAt(root, inlinePath);
  if (!document.yaml || scalar?.kind !== 'scalar') return undefined;
  // Data URLs and whatever else was rewritten on the way have no line of their own.
  if (scalar.value !== text) return { text, locate: () => originOfPath(document, inlinePath) };
  const locate = locateInScalar(document.yaml, scalar);
  return { text, locate: (line, column) => ({ file: document.config.file, ...locate(line, column) }) };
}

/** A text that was read from a file of the workspace: its places are the file's own. */
export function localText(machine: MachineConfig, local: string, text: string): TextSource {
  const file = path.posix.join(machine.filesDir, local);
  return { text, locate: (line, column): Origin => ({ file, line, column }) };
}
