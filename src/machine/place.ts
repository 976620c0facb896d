import { type Origin, wholeFile } from '../model/origin.ts';
import type { ConfigText } from '../model/rendered-cluster.ts';
import { placeAt, type YamlDocument, type YamlPath } from '../yaml/document.ts';
import type { Position } from '../yaml/line-map.ts';
import type { DocumentSubject, TranslatorEntry } from './subjects.ts';

/** Origin of a node of a document, by its path; the whole file when the document cannot be read. */
export function originOfPath(document: DocumentSubject, path: YamlPath): Origin {
  if (!document.yaml) return wholeFile(document.config.file);
  return originOf(document.config, document.yaml, placeAt(document.yaml, path));
}

/** Origin of what a translator complains of: its own line and column, else by its path, else the whole file. */
export function originOfEntry(document: DocumentSubject, entry: TranslatorEntry): Origin {
  if (document.syntaxError && entry.path.length === 0) {
    // Go's YAML reader names a line at most, and often the one behind the mistake.
    const { line, column } = document.syntaxError;
    return { file: document.config.file, line, column };
  }
  if (entry.line > 0 && document.yaml) {
    return originOf(document.config, document.yaml, { line: entry.line, column: Math.max(entry.column, 1) });
  }
  if (entry.line > 0)
    return { file: document.config.file, line: entry.line, column: Math.max(entry.column, 1) };
  return entry.path.length > 0 ? originOfPath(document, entry.path) : wholeFile(document.config.file);
}

function originOf(config: ConfigText, yaml: YamlDocument, place: Position): Origin {
  return { file: config.file, ...place, ...endOfWord(yaml, place) };
}

// A key or a value of one word is underlined whole; of anything else only the start is certain.
function endOfWord(yaml: YamlDocument, { line, column }: Position): Partial<Origin> {
  const rest = [...(yaml.lines.line(line) ?? '')].slice(column - 1).join('');
  const word = /^("[^"]*"|'[^']*'|[^\s:,[\]{}#]+(?=:|$|\s|,|\]|\}))/u.exec(rest)?.[0];
  return word === undefined ? {} : { endLine: line, endColumn: column + [...word].length };
}
