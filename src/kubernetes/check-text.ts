import type { TextPlace, TextProblem } from '../model/check.ts';
import { LineMap } from '../yaml/line-map.ts';
import { isConfidential, redactor } from './confidential.ts';
import { collectDefinitions } from './custom/definition.ts';
import { objectsIn } from './objects-in.ts';
import type { ManifestCheckId, ManifestProblem } from './problem.ts';
import type { Validator } from './validator.ts';
import { FieldPlaces } from './yaml/field-place.ts';
import type { ManifestDocument } from './yaml/manifest-document.ts';
import { readDocuments } from './yaml/read-documents.ts';

/** A problem with its place in the text. */
export interface KubernetesProblem extends TextProblem {
  readonly check: ManifestCheckId;
}

/** What is to say of a text with Kubernetes documents. */
export interface TextVerdict {
  /** How many objects were looked at; those of a `List` count one by one. */
  readonly objects: number;
  readonly problems: readonly KubernetesProblem[];
  /** Why objects, or parts of them, were not checked; each reason once. */
  readonly unchecked: readonly string[];
}

/** Reads the documents of a text and validates each. `minor`: of the Kubernetes 1.x that they are for. */
export function checkText(validator: Validator, text: string, minor: number): TextVerdict {
  const lines = new LineMap(text);
  const problems: KubernetesProblem[] = [];
  const unchecked = new Set<string>();
  let objects = 0;
  const documents = readDocuments(text);
  const { validate } = withOwnDefinitions(validator, text, documents);
  for (const document of documents) {
    const secrecy = document.problems.length === 0 ? {} : secrecyOf(text, document);
    for (const { start, end, ...rest } of document.problems)
      problems.push({ ...rest, ...secrecy, at: placeOf(lines, start, end) });
    if (document.value === undefined) continue;
    const verdict = validate(document.value, minor);
    objects += verdict.objects;
    for (const reason of verdict.unchecked) unchecked.add(reason);
    if (verdict.problems.length === 0) continue;
    problems.push(...placed(text, lines, document, verdict.problems));
  }
  return { objects, problems, unchecked: [...unchecked] };
}

/** What a text defines itself goes before what other files say of the same kind. */
function withOwnDefinitions(
  validator: Validator,
  text: string,
  documents: readonly ManifestDocument[],
): Validator {
  if (!text.includes('CustomResourceDefinition')) return validator;
  return validator.with(collectDefinitions(objectsIn(documents)));
}

function placed(
  text: string,
  lines: LineMap,
  document: ManifestDocument,
  problems: readonly ManifestProblem[],
): KubernetesProblem[] {
  const places = new FieldPlaces(text, document);
  const secrecy = secrecyOf(text, document);
  const redact = secrecy.confidential ? redactor(document.value) : (said: string) => said;
  return problems.map(({ path, at, message, fix, ...rest }) => {
    const { start, end } = places.of(path, at);
    return {
      ...rest,
      ...secrecy,
      message: redact(message),
      ...(fix !== undefined && { fix: redact(fix) }),
      at: placeOf(lines, start, end),
    };
  });
}

function secrecyOf(text: string, { start, end }: ManifestDocument): { readonly confidential?: true } {
  return isConfidential(text.slice(start, end)) ? { confidential: true } : {};
}

/** A range of several lines ends with its first: that is where a person looks. */
function placeOf(lines: LineMap, start: number, end: number): TextPlace {
  const first = lines.at(start);
  const last = lines.at(end);
  return last.line === first.line ? { ...first, endColumn: last.column } : first;
}
