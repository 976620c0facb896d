import { child, type FieldPath } from '../field-path.ts';
import { list, map, text } from '../meta/fields.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/authorization/validation/validation.go

const specPath = child(undefined, 'spec');
const metadataPath = child(undefined, 'metadata');
const attributesPath = child(specPath, 'resourceAttributes');

/** Checks a SubjectAccessReview. */
export function checkSubjectAccessReview(object: JsonObject, { problems }: RuleContext): void {
  checkSubject(map(object, 'spec'), problems);
  checkAttributes(map(object, 'spec'), problems);
  checkNoMetadata(object, [], problems);
}

/** Checks a SelfSubjectAccessReview. */
export function checkSelfSubjectAccessReview(object: JsonObject, { problems }: RuleContext): void {
  checkAttributes(map(object, 'spec'), problems);
  checkNoMetadata(object, [], problems);
}

/** Checks a LocalSubjectAccessReview. */
export function checkLocalSubjectAccessReview(object: JsonObject, { problems }: RuleContext): void {
  const spec = map(object, 'spec');
  checkSubject(spec, problems);
  checkAttributes(spec, problems);
  checkNoMetadata(object, ['namespace'], problems);
  if (map(spec, 'nonResourceAttributes')) {
    reportInvalid(problems, child(specPath, 'nonResourceAttributes'), 'must not be set in a namespace');
  }
  const attributes = map(spec, 'resourceAttributes');
  const namespace = text(map(object, 'metadata'), 'namespace');
  if (!attributes || namespace === '' || text(attributes, 'namespace') === namespace) return;
  reportInvalid(problems, child(attributesPath, 'namespace'), 'must be that of the review itself');
}

/** Checks a SelfSubjectRulesReview. */
export function checkSelfSubjectRulesReview(object: JsonObject, { problems }: RuleContext): void {
  if (text(map(object, 'spec'), 'namespace') === '') reportMissing(problems, child(specPath, 'namespace'));
}

/** Checks a TokenReview. */
export function checkTokenReview(object: JsonObject, { problems }: RuleContext): void {
  if (text(map(object, 'spec'), 'token') === '') reportMissing(problems, child(specPath, 'token'));
}

function checkSubject(spec: JsonObject | undefined, problems: Problems): void {
  if (text(spec, 'user') !== '' || list(spec, 'groups').length > 0) return;
  reportInvalid(problems, child(specPath, 'user'), 'or groups must be set');
}

function checkAttributes(spec: JsonObject | undefined, problems: Problems): void {
  const resource = map(spec, 'resourceAttributes');
  const other = map(spec, 'nonResourceAttributes');
  if (resource && other) {
    reportInvalid(
      problems,
      child(specPath, 'nonResourceAttributes'),
      'must not be set with resourceAttributes',
    );
  } else if (!resource && !other) {
    reportInvalid(problems, attributesPath, 'or nonResourceAttributes must be set');
  }
  if (!resource) return;
  for (const key of ['fieldSelector', 'labelSelector']) {
    const selector = map(resource, key);
    if (selector) checkSelector(selector, child(attributesPath, key), problems);
  }
}

function checkSelector(selector: JsonObject, path: FieldPath, problems: Problems): void {
  const raw = text(selector, 'rawSelector') !== '';
  const listed = list(selector, 'requirements').length > 0;
  if (raw && listed) reportInvalid(problems, child(path, 'rawSelector'), 'must not be set with requirements');
  if (!raw && !listed) reportMissing(problems, child(path, 'requirements'), 'where rawSelector is not');
}

/** These objects are questions: nothing is kept, so nothing has a name. */
function checkNoMetadata(object: JsonObject, allowed: readonly string[], problems: Problems): void {
  const metadata = map(object, 'metadata');
  for (const key of metadata ? Object.keys(metadata) : []) {
    if (key === 'managedFields' || allowed.includes(key) || isEmpty(metadata?.[key])) continue;
    reportInvalid(problems, child(metadataPath, key), 'must not be set');
  }
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (isArray(value)) return value.length === 0;
  if (isObject(value)) return Object.keys(value).length === 0;
  return !value;
}
