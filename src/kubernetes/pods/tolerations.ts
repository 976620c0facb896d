import { child, type FieldPath } from '../field-path.ts';
import { itemOf, text, whole } from '../meta/fields.ts';
import { checkName, labelValue, qualifiedName } from '../meta/names.ts';
import { checkChoice, reportInvalid, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonArray, JsonObject } from '../value.ts';

const operators = ['Equal', 'Exists'];
const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** Tolerations of a pod, or of a runtime class. */
export function checkTolerations(tolerations: JsonArray, path: FieldPath, { problems }: RuleContext): void {
  for (let index = 0; index < tolerations.length; index += 1) {
    const toleration = itemOf(tolerations[index]);
    const at = child(path, index);
    const key = text(toleration, 'key');
    const operator = text(toleration, 'operator');
    if (key !== '') {
      if (!qualifiedName.test(key))
        checkName(key, qualifiedName, child(at, 'key'), problems, 'manifest/label');
    } else if (operator !== 'Exists') {
      reportInvalid(problems, child(at, 'operator'), 'must be Exists where there is no key');
    }
    if (whole(toleration, 'tolerationSeconds') !== undefined && text(toleration, 'effect') !== 'NoExecute') {
      reportInvalid(problems, child(at, 'effect'), 'must be NoExecute where there are tolerationSeconds');
    }
    checkValue(toleration, operator, at, problems);
    checkChoice(problems, toleration, at, 'effect', effects);
  }
}

function checkValue(toleration: JsonObject, operator: string, path: FieldPath, problems: Problems): void {
  const value = text(toleration, 'value');
  if (operator === 'Exists') {
    if (value !== '') reportInvalid(problems, child(path, 'value'), 'must be empty for the operator Exists');
  } else if (operator !== '' && operator !== 'Equal') {
    reportUnsupported(problems, child(path, 'operator'), operator, operators);
  } else if (!labelValue.test(value)) {
    checkName(value, labelValue, child(path, 'value'), problems, 'manifest/label');
  }
}
