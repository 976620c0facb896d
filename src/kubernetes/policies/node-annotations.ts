import { child, type FieldPath } from '../field-path.ts';
import { flag, map, text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';
import { checkTaints } from './node-taints.ts';

const annotationsPath = child(child(undefined, 'metadata'), 'annotations');
const taintsKey = 'scheduler.alpha.kubernetes.io/taints';
const avoidPodsKey = 'scheduler.alpha.kubernetes.io/preferAvoidPods';

/** Checks the JSON that old versions kept in annotations of nodes. */
export function checkNodeAnnotations(annotations: JsonObject | undefined, problems: Problems): void {
  if (!annotations) return;
  const taints = text(annotations, taintsKey);
  if (taints !== '') {
    const path = child(annotationsPath, taintsKey);
    const value = parseJson(taints);
    if (value === null) return;
    if (isArray(value)) checkTaints(value, path, problems);
    else reportInvalid(problems, path, 'must hold a JSON list of taints');
  }
  const avoid = text(annotations, avoidPodsKey);
  if (avoid !== '') checkAvoidPods(parseJson(avoid), child(annotationsPath, avoidPodsKey), problems);
}

function checkAvoidPods(value: JsonValue | undefined, path: FieldPath, problems: Problems): void {
  if (value === null) return;
  if (!isObject(value)) {
    reportInvalid(problems, path, 'must hold a JSON object');
    return;
  }
  eachItem(value, 'preferAvoidPods', path, (entry, at) => {
    const controller = map(map(entry, 'podSignature'), 'podController');
    const signature = child(at, 'podSignature');
    if (!controller) reportMissing(problems, child(signature, 'podController'));
    else if (flag(controller, 'controller') !== true) {
      reportInvalid(problems, child(child(signature, 'podController'), 'controller'), 'must be true');
    }
  });
}

function parseJson(text: string): JsonValue | undefined {
  try {
    // JSON.parse gives what JsonValue describes, and the standard library types it as `any`.
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
