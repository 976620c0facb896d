import { checkPodCommands } from './component/pod-commands.ts';
import { checkCustomResource } from './custom/check-custom-resource.ts';
import { checkDefinition } from './custom/check-definition.ts';
import { type Definitions, isDefinition } from './custom/definition.ts';
import type { Gap } from './custom/gap.ts';
import type { Problems } from './problem.ts';
import { rules } from './rules.ts';
import { checkSchema } from './schema/check-schema.ts';
import type { Deprecation, KindLookup } from './schema/tables.ts';
import { findKind } from './tables.ts';
import type { JsonObject } from './value.ts';

/** What checking one object needs, and where it says what it finds. */
export interface KindContext {
  readonly minor: number;
  readonly problems: Problems;
  /** Reasons why the object, or a part of it, was not checked. */
  readonly unchecked: string[];
  readonly requireSchemas: boolean;
  /** The custom resources that the run defines. */
  readonly definitions: Definitions;
}

type Known = Extract<KindLookup, { state: 'known' }>;

/** Finds out what an object is, and holds it against what Kubernetes knows of its kind. */
export function checkKind(object: JsonObject, context: KindContext): void {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion === '' || kind === '') {
    missingKind(object, context.problems);
    return;
  }
  const found = findKind(apiVersion, kind, context.minor);
  if (found.state === 'known') checkKnown(object, apiVersion, kind, found, context);
  else if (found.state !== 'unknown' || found.builtIn || !checkCustom(object, context))
    unserved(apiVersion, kind, found, context);
}

/** False when no definition of the run is for the object. */
function checkCustom(object: JsonObject, context: KindContext): boolean {
  const gaps = checkCustomResource(context.definitions, object, context);
  if (gaps) note(gaps, context.unchecked);
  return gaps !== undefined;
}

/** What could not be checked of an object is said beside what could. */
function note(gaps: readonly Gap[], unchecked: string[]): void {
  for (const { what, why } of gaps) unchecked.push(`${what}: ${why}`);
}

function missingKind(object: JsonObject, problems: Problems): void {
  for (const key of ['apiVersion', 'kind']) {
    const value = object[key];
    if (typeof value === 'string' && value !== '') continue;
    problems.key('schema/no-kind', { parent: undefined, key }, `${key} must be a string that is not empty`);
  }
}

function checkKnown(
  object: JsonObject,
  apiVersion: string,
  kind: string,
  found: Known,
  context: KindContext,
): void {
  const { problems } = context;
  if (found.deprecated) deprecated(apiVersion, kind, found.deprecated, problems);
  // What cannot be decoded has no meaning to check.
  if (!checkSchema(found.schema, object, problems)) return;
  const count = problems.list.length;
  if (isDefinition(object)) note(checkDefinition(object, context), context.unchecked);
  else rules.get(`${apiVersion}/${kind}`)?.(object, context);
  checkPodCommands(kind, object, context);
  // The rules know the values of an enum as well as the schema does.
  if (count > 0) problems.dropRepeats(count);
}

function deprecated(apiVersion: string, kind: string, said: Deprecation, problems: Problems): void {
  const { since, removedIn, replacement } = said;
  const end = removedIn === undefined ? '' : ` and gone in 1.${removedIn}`;
  problems.value(
    'schema/deprecated-version',
    apiVersionPath,
    `${apiVersion} ${kind} is deprecated since Kubernetes 1.${since}${end}`,
    replacement === undefined ? undefined : `use ${replacement}`,
  );
}

const apiVersionPath = { parent: undefined, key: 'apiVersion' };
const kindPath = { parent: undefined, key: 'kind' };

function unserved(
  apiVersion: string,
  kind: string,
  found: Exclude<KindLookup, Known>,
  { minor, problems, unchecked, requireSchemas }: KindContext,
): void {
  const name = `${apiVersion} ${kind}`;
  switch (found.state) {
    case 'undescribed':
      unchecked.push(`no schema of ${name}, which only Kubernetes before 1.31 had`);
      return;
    case 'removed': {
      const fix = found.replacement === undefined ? undefined : `use ${found.replacement}`;
      const message = `${name} is gone since Kubernetes 1.${found.in}`;
      problems.value('schema/removed-version', apiVersionPath, message, fix);
      return;
    }
    case 'not-yet': {
      const message = `Kubernetes 1.${minor} has no ${name}: it came with 1.${found.since}`;
      problems.value('schema/unknown-kind', apiVersionPath, message);
      return;
    }
    case 'other-version': {
      const message = `there is no ${kind} in ${apiVersion}`;
      problems.value('schema/unknown-kind', apiVersionPath, message, `use ${found.apiVersions.join(' or ')}`);
      return;
    }
    case 'wrong-case':
      problems.value(
        'schema/unknown-kind',
        kindPath,
        `there is no kind ${kind} in ${apiVersion}`,
        `did you mean ${found.kind}?`,
      );
      return;
    case 'unknown':
      unknown(name, found, problems, unchecked, requireSchemas);
  }
}

/** Groups of files that look like objects, and never reach an API server. */
const tools: Readonly<Record<string, string>> = {
  'kind.x-k8s.io': 'kind',
  'kustomize.config.k8s.io': 'kustomize',
  skaffold: 'Skaffold',
};

function toolOf(name: string): string | undefined {
  const group = name.split('/', 1)[0] ?? '';
  return Object.hasOwn(tools, group) ? tools[group] : undefined;
}

function unknown(
  name: string,
  { builtIn, suggestion }: Extract<KindLookup, { state: 'unknown' }>,
  problems: Problems,
  unchecked: string[],
  requireSchemas: boolean,
): void {
  const fix = suggestion === undefined ? undefined : `did you mean ${suggestion}?`;
  const tool = toolOf(name);
  if (tool !== undefined) unchecked.push(`${name}: ${tool} reads it, not the API server`);
  else if (builtIn) problems.value('schema/unknown-kind', kindPath, `Kubernetes has no ${name}`, fix);
  else if (requireSchemas) problems.value('schema/no-schema', kindPath, `nothing describes ${name}`);
  else unchecked.push(`no schema of ${name}`);
}
