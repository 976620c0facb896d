import path from 'node:path';
import type { Core } from '../core/host.ts';
import type { MachineConfig } from '../model/rendered-cluster.ts';
import type { YamlNode } from '../yaml/document.ts';
import { itemsAt, textAt } from '../yaml/lookup.ts';
import { asText, decodeContents } from './data-url.ts';
import { findText, localText } from './find-texts.ts';
import type { Ignition, IgnitionFile } from './ignition.ts';
import { languageOf } from './language.ts';
import type { DocumentSubject, FileSubject, TextSource } from './subjects.ts';

/**
 * Every text file of the merged Ignition whose contents are known, with the way back to what was written.
 * Binary and remote contents are left out.
 */
export function findFiles(
  core: Core,
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  ignition: Ignition,
): FileSubject[] {
  return ignition.files.flatMap((file) => {
    const parts = [file, ...file.append];
    return parts.flatMap((part, index) => {
      const decoded = decodeContents(part.source, part.compression);
      const text = 'bytes' in decoded ? asText(decoded.bytes) : undefined;
      if (text === undefined || text === '') return [];
      const source = whoWrote(machine, documents, file, index, text);
      if (!source) return [];
      // What is appended to a file is no file of its own: only whole contents have a language.
      const language = parts.length === 1 ? languageOf(file.path, text) : 'text';
      return [{ ...source, path: file.path, mode: file.mode, language, core }];
    });
  });
}

function whoWrote(
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  file: IgnitionFile,
  part: number,
  text: string,
): TextSource | undefined {
  // Ignition puts `append` behind `contents`: part 0 is the contents, part n the nth that is appended.
  const holder = part === 0 ? ['contents'] : ['append', part - 1];
  const written = [
    { inline: [...holder, 'inline'], local: [...holder, 'local'] },
    { inline: [...holder, 'source'] },
  ];
  return (
    findText(machine, documents, text, ['storage', 'files'], hasPath(file.path), written) ??
    fromTree(machine, documents, file.path, text)
  );
}

function hasPath(wanted: string): (item: YamlNode) => boolean {
  return (item) => textAt(item, ['path']) === wanted;
}

/** Butane's `trees` copy a folder of local files to a folder of the machine. */
function fromTree(
  machine: MachineConfig,
  documents: readonly DocumentSubject[],
  file: string,
  text: string,
): TextSource | undefined {
  for (const document of documents.toReversed()) {
    for (const tree of itemsAt(document.yaml?.roots[0], ['storage', 'trees'])) {
      const target = textAt(tree, ['path']) ?? '/';
      const local = textAt(tree, ['local']);
      const below = path.posix.relative(target, file);
      if (local !== undefined && !below.startsWith('..')) {
        return localText(machine, path.posix.join(local, below), text);
      }
    }
  }
  return undefined;
}
