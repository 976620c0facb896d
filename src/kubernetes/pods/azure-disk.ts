import { child, type FieldPath } from '../field-path.ts';
import { pointedText, text } from '../meta/fields.ts';
import { checkPointedChoice, reportMissing, reportUnsupported, requireText } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const cachingModes = ['None', 'ReadOnly', 'ReadWrite'];
const kinds = ['Shared', 'Dedicated', 'Managed'];

/** `azureDisk`: where the disk is to be found depends on its kind. */
export function checkAzureDisk(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'diskName');
  checkPointedChoice(problems, source, path, 'cachingMode', cachingModes);
  checkPointedChoice(problems, source, path, 'kind', kinds);
  const uri = text(source, 'diskURI');
  const at = child(path, 'diskURI');
  if (uri === '') {
    reportMissing(problems, at);
    return;
  }
  const managed = pointedText(source, 'kind') === 'Managed';
  const start = managed ? '/subscriptions/' : 'https://';
  if (!uri.startsWith(start)) reportUnsupported(problems, at, uri, [`${start}…`]);
}
