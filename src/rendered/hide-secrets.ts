import type { RenderedText } from '../model/rendered-cluster.ts';
import { isLiteralRun, runFlags, runWidth, type SourceMap } from '../model/source-map.ts';

/** What stands in the place of a value that no output may show. */
export const secretMark = '(secret)';

/** The same in base64: a `data:` URL with the plain mark in it would be none. */
const encodedMark = Buffer.from(secretMark).toString('base64');

/**
 * A rendered text without its secret values: what comes of them, and the values themselves wherever they stand. Text of a
 * template stays, though the whole that it is part of is secret: everybody can read it there.
 *
 * @param secrets values that no output may show, longest first
 */
export function hideSecrets({ text, map }: RenderedText, secrets: readonly string[]): string {
  let shown = '';
  let at = 0;
  /** Where `shown` ends with a mark, the blanks behind it: `indent` puts them between the lines of a key. */
  let blanks: string | undefined;
  const runs = map?.runs ?? [];
  for (let run = 0; run < runs.length; run += runWidth) {
    const part = text.slice(at, at + (runs[run] ?? 0));
    at += part.length;
    if (map !== undefined && isSecretRun(map, run)) {
      if (blanks === undefined) shown += shown.endsWith(';base64,') ? encodedMark : secretMark;
      blanks = '';
    } else if (blanks !== undefined && /^[ \t]*$/.test(part)) blanks += part;
    else {
      shown += (blanks ?? '') + part;
      blanks = undefined;
    }
  }
  shown += blanks ?? '';
  shown += text.slice(at);
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, secretMark), shown);
}

function isSecretRun(map: SourceMap, run: number): boolean {
  const { runs, files } = map;
  if (((runs[run + runWidth - 1] ?? 0) & runFlags.secret) === 0) return false;
  // A literal of a module or of its variables may be a password that somebody wrote there.
  return !isLiteralRun(runs, run) || /\.(?:tf|tofu|tfvars|json)$/.test(files[runs[run + 1] ?? -1] ?? '');
}
