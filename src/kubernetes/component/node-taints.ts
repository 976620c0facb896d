import { child } from '../field-path.ts';
import { list, present, text } from '../meta/fields.ts';
import { checkName, labelValue, qualifiedName } from '../meta/names.ts';
import { isObject } from '../value.ts';
import { type ConfigPart, checkWord, refuse } from './config-field.ts';

const check = 'component/invalid-config';
const effects = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'];

/** Taints that a node registers with. */
export function checkTaints(part: ConfigPart, key: string): void {
  list(part.object, key).forEach((taint, index) => {
    if (!isObject(taint)) return;
    const here: ConfigPart = { ...part, object: taint, path: child(child(part.path, key), index) };
    const effect = text(taint, 'effect');
    if (effect === '') refuse(here, 'effect', 'must be set');
    else checkWord(here, 'effect', effect, effects);
    checkName(text(taint, 'key'), qualifiedName, child(here.path, 'key'), part.problems, check);
    checkName(text(taint, 'value'), labelValue, child(here.path, 'value'), part.problems, check);
    if (present(taint['timeAdded']))
      refuse(here, 'timeAdded', 'must not be set: the node controller sets it');
  });
}
