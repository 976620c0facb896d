import { child, type FieldPath } from '../field-path.ts';
import { map } from '../meta/fields.ts';
import { checkAnnotations, checkLabels } from '../meta/labels.ts';
import { reportForbidden } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject, JsonValue } from '../value.ts';
import { checkClaimSpec } from './claim-spec.ts';

/** The claim that is made for an ephemeral volume. */
export function checkClaimTemplate(template: JsonObject, path: FieldPath, context: RuleContext): void {
  const metadata = map(template, 'metadata');
  if (metadata) checkTemplateMeta(metadata, child(path, 'metadata'), context);
  checkClaimSpec(map(template, 'spec') ?? {}, child(path, 'spec'), context);
}

/** Metadata of what has no name of its own: labels and annotations. Device claims are made that way too. */
export function checkTemplateMeta(metadata: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  checkLabels(metadata['labels'], child(path, 'labels'), problems);
  checkAnnotations(metadata['annotations'], child(path, 'annotations'), problems);
  for (const key of Object.keys(metadata)) {
    if (key === 'labels' || key === 'annotations' || isZero(key, metadata[key])) continue;
    reportForbidden(problems, child(path, key), 'must not be set: only labels and annotations are copied');
  }
}

function isZero(key: string, value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (key === 'generation' && value === 0);
}
