import { checkKind } from './check-kind.ts';
import type { Definitions } from './custom/definition.ts';
import { child, type FieldPath } from './field-path.ts';
import { type ManifestProblem, Problems } from './problem.ts';
import { isList } from './schema/is-list.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from './value.ts';

/** What is to say of one document. */
export interface Validation {
  /** How many objects it holds: none when it is empty, several when it is a `List`. */
  readonly objects: number;
  readonly problems: readonly ManifestProblem[];
  /** Why objects, or parts of them, were not checked. */
  readonly unchecked: readonly string[];
}

/** Checks objects as the API server (or the component whose configuration it is) would. */
export interface Validator {
  /** `minor`: of the Kubernetes 1.x that it is for. */
  readonly validate: (document: JsonValue, minor: number) => Validation;
  /** A validator that knows more custom resources, or knows them better. */
  readonly with: (definitions: Definitions) => Validator;
}

/** `definitionsJson`: what `gatherDefinitions` gave; `requireSchemas`: an object of unknown kind is a problem. */
export function makeValidator(definitionsJson: string | undefined, requireSchemas: boolean): Validator {
  // Our own: `gatherDefinitions` wrote it.
  return validatorOf(JSON.parse(definitionsJson ?? '{}') as Definitions, requireSchemas);
}

function validatorOf(definitions: Definitions, requireSchemas: boolean): Validator {
  const check = (object: JsonValue, minor: number, problems: Problems, unchecked: string[]) => {
    if (isObject(object)) checkKind(object, { minor, problems, unchecked, requireSchemas, definitions });
    else
      problems.value(
        'schema/no-kind',
        undefined,
        'a Kubernetes object is a mapping with apiVersion and kind',
      );
  };
  return {
    with: (more) => validatorOf({ ...definitions, ...more }, requireSchemas),
    validate(document, minor) {
      const unchecked: string[] = [];
      const problems = new Problems();
      const items = isObject(document) ? itemsOf(document) : undefined;
      if (!items) {
        check(document, minor, problems, unchecked);
        return { objects: 1, problems: problems.list, unchecked };
      }
      const list: ManifestProblem[] = [];
      items.forEach((item, index) => {
        const own = new Problems();
        check(item, minor, own, unchecked);
        for (const problem of own.list) list.push({ ...problem, path: below(index, problem.path) });
      });
      return { objects: items.length, problems: list, unchecked };
    },
  };
}

/** Of other kinds `items` is a field like any other: the API server does not know it. */
function itemsOf(document: JsonObject): readonly JsonValue[] | undefined {
  const { items, kind } = document;
  if (!isList(document) || !isArray(items)) return undefined;
  return typeof kind === 'string' && !kind.endsWith('List') ? undefined : items;
}

/** The path of an item's field, from the list. */
function below(index: number, path: FieldPath | undefined): FieldPath {
  if (path === undefined) return child(child(undefined, 'items'), index);
  return { parent: below(index, path.parent), key: path.key };
}
