import type { ManifestDocument } from '../../../src/kubernetes/yaml/manifest-document.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';
import type { GoDocument } from './oracle.ts';

/** Says where our reading of a stream differs from Go's; undefined when it does not. */
export function difference(text: string, go: readonly GoDocument[]): string | undefined {
  const ours = readDocuments(text);
  // Behind a line such as "--- a" kubectl stops, without the document in front of it; we read them all.
  const stopped = go.at(-1)?.error?.startsWith('invalid Yaml document separator') === true;
  const count = stopped ? go.length - 1 : Math.max(ours.length, go.length);
  if (stopped && !ours.some((document) => isRefused(document))) return 'Go stops at a separator, we do not';
  for (let index = 0; index < count; index += 1) {
    const found = documentDifference(ours[index], go[index]);
    if (found !== undefined) return `document ${index + 1}: ${found}`;
  }
  return undefined;
}

function documentDifference(
  ours: ManifestDocument | undefined,
  go: GoDocument | undefined,
): string | undefined {
  const refused = ours !== undefined && isRefused(ours);
  if (refused !== (go?.error !== undefined)) {
    return refused ? `only we refuse it: ${ours.problems[0]?.message}` : `only Go refuses it: ${go?.error}`;
  }
  if (refused || isSame(ours?.value, go?.value)) return undefined;
  return `we read ${show(ours?.value)}, Go ${JSON.stringify(go?.value)}`;
}

/** Lost text is no error to Go: that is why we report it. */
function isRefused(document: ManifestDocument): boolean {
  return document.problems.some(({ check }) => check !== 'schema/lost-text');
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner)) ?? 'nothing';
}

function isSame(ours: unknown, go: unknown): boolean {
  if (go === null || go === undefined) return ours === null || ours === undefined;
  if (typeof go === 'string')
    return go.startsWith('s') ? ours === go.slice(1) : isSameNumber(ours, go.slice(1));
  if (typeof go !== 'object') return ours === go;
  if (typeof ours !== 'object' || ours === null || Array.isArray(ours) !== Array.isArray(go)) return false;
  const ourEntries = Object.entries(ours);
  const goValues = new Map(Object.entries(go));
  return (
    ourEntries.length === goValues.size &&
    ourEntries.every(([key, value]) => goValues.has(key) && isSame(value, goValues.get(key)))
  );
}

function isSameNumber(ours: unknown, go: string): boolean {
  if (typeof ours === 'bigint') return String(ours) === go;
  if (typeof ours !== 'number' || ours !== Number(go)) return false;
  // Beyond 2^53 equal doubles are not enough for what Go has as an integer; floats it writes as JavaScript does.
  return (
    Number.isSafeInteger(ours) ||
    !Number.isInteger(ours) ||
    String(BigInt(ours)) === go ||
    go === goFloat(ours)
  );
}

function goFloat(value: number): string {
  return String(value);
}
