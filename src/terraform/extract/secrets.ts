import type { RenderedResource, TextMap } from '../../core/terraform-protocol.ts';
import { shortestSecret } from '../../model/redact-secrets.ts';
import { isLiteralRun, runFlags, runWidth } from '../../model/source-map.ts';
import type { Holder } from './context.ts';
import { decoded } from './held-text.ts';
import { stringAt } from './value-paths.ts';

/** Attributes that are secrets, of types that make them. */
const secretAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['tls_private_key', ['private_key_pem', 'private_key_openssh', 'private_key_pem_pkcs8']],
  ['random_password', ['result', 'bcrypt_hash']],
  ['random_string', ['result']],
  ['random_id', ['b64_std', 'b64_url', 'hex', 'dec']],
  ['random_bytes', ['base64', 'hex']],
]);

/** Values that no report may show: what providers make as secrets, and what texts say is one. Longest first. */
export function findSecrets(resources: readonly RenderedResource[]): string[] {
  const secrets = new Set<string>();
  const whole = new Set(resources.filter(({ type }) => type === 'ct_config').map(renderedBy));
  for (const resource of resources) {
    for (const attribute of secretAttributes.get(resource.type) ?? []) {
      add(secrets, stringAt(resource, [attribute]));
    }
    for (const holder of [resource, ...resource.provisioners]) {
      for (const map of holder.texts) addFlagged(secrets, holder, map, whole);
    }
  }
  return [...secrets].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function add(secrets: Set<string>, value: string | undefined): void {
  const secret = value?.trim();
  if (secret !== undefined && secret.length >= shortestSecret) secrets.add(secret);
}

function renderedBy(resource: RenderedResource): string | undefined {
  return stringAt(resource, ['rendered']);
}

/** @param whole configs of machines: they hold secrets, and are none themselves */
function addFlagged(
  secrets: Set<string>,
  holder: Pick<Holder, 'values'>,
  map: TextMap,
  whole: ReadonlySet<string | undefined>,
): void {
  const { runs, encoding } = map;
  const flagged = flaggedRuns(runs);
  if (flagged.length === 0) return;
  const value = stringAt(holder, map.path);
  if (value === undefined) return;
  const text = encoding === 'base64' ? decoded(value) : value;
  if (whole.has(text) || whole.has(decoded(value))) return;
  for (const { start, end } of flagged) add(secrets, text?.slice(start, end));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text has secret values. Literal runs stand in a file for all to read; where they are flagged as well the
 * text is secret as a whole, for what it is used for, and none of its values is one by itself.
 */
function flaggedRuns(runs: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 0; at + runWidth <= runs.length; at += runWidth) {
    const end = start + (runs[at] ?? 0);
    if (isSecret(runs, at) && !isLiteralRun(runs, at) && !isInSecretText(runs, at))
      stretches.push({ start, end });
    start = end;
  }
  return stretches;
}

/** True when the literal text around a value, in the same template, is flagged too. */
function isInSecretText(runs: readonly number[], at: number): boolean {
  return [at - runWidth, at + runWidth].some(
    (other) => isLiteralRun(runs, other) && runs[other + 1] === runs[at + 1] && isSecret(runs, other),
  );
}

function isSecret(runs: readonly number[], at: number): boolean {
  return ((runs[at + 6] ?? 0) & runFlags.secret) !== 0;
}
