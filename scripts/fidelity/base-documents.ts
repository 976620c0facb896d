import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { isObject, type JsonObject } from '../../src/kubernetes/value.ts';

const folder = path.resolve(import.meta.dirname, '../../test/kubernetes/corpus');

/** A manifest that the API server accepts, from which wrong ones are made. */
export interface BaseDocument {
  /** File and place in it, `pod/2`. */
  readonly id: string;
  /** The row of the table; with the version where two versions are served. */
  readonly kind: string;
  readonly document: JsonObject;
}

/** Every base document, in the order of files and places. */
export function readBaseDocuments(): readonly BaseDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => readFile(file));
}

function readFile(file: string): readonly BaseDocument[] {
  const documents: unknown[] = loadAll(readFileSync(path.join(folder, file), 'utf8'), {
    schema: CORE_SCHEMA,
  });
  return documents.map((document, index) => {
    // js-yaml gives plain values only: the corpus has no bytes, no times and no big numbers.
    const object = document as JsonObject;
    if (!isObject(object)) throw new Error(`${file}: document ${index + 1} is no mapping`);
    return { id: `${path.basename(file, '.yaml')}/${index + 1}`, kind: kindOf(object), document: object };
  });
}

function kindOf({ apiVersion, kind }: JsonObject): string {
  return apiVersion === 'autoscaling/v1' ? `${String(kind)} v1` : String(kind);
}
