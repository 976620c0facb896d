import type { DocumentReader } from './document-reader.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { SyntaxStop } from './syntax-stop.ts';

// What Go counts as space: https://pkg.go.dev/unicode#IsSpace. A byte order mark is none.
const space = '\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
const openingBrace = new RegExp(`^[${space}]*{`);
const restOfLine = new RegExp(`(?:(?!\n)[${space}])*\n?`, 'y');

/** Whether `kubectl` tries to read a stream as JSON first. */
export function startsAsJson(text: string): boolean {
  return openingBrace.test(text);
}

/**
 * Reads objects that follow each other. Where the text is no JSON, the rest is YAML, unless there were two objects
 * already: then it is a mistake, and nothing behind it is read.
 * https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/util/yaml/decoder.go#L246
 *
 * @returns `rest`: where YAML starts; undefined when there is none
 */
export function readJsonStream(
  text: string,
  reader: DocumentReader,
): { documents: ManifestDocument[]; rest: number | undefined } {
  const documents: ManifestDocument[] = [];
  let at = 0;
  for (;;) {
    const read = reader.readJson(at);
    if (read === 'end') return { documents, rest: undefined };
    if (read instanceof SyntaxStop) {
      if (documents.length <= 1)
        return { documents, rest: documents.length === 0 ? 0 : behindLine(text, at) };
      documents.push(reader.brokenJson(read, at));
      return { documents, rest: undefined };
    }
    documents.push(read);
    at = read.end;
  }
}

/** Behind the blanks at an offset, and behind their first line end. */
function behindLine(text: string, from: number): number {
  restOfLine.lastIndex = from;
  return from + (restOfLine.exec(text)?.[0].length ?? 0);
}
