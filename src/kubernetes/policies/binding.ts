import { child } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { reportMissing, reportUnsupported } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const targetPath = child(undefined, 'target');
const kinds = ['Node'];

/** Checks a Binding of a pod to a node. */
export function checkBinding(object: JsonObject, { minor, problems }: RuleContext): void {
  const target = map(object, 'target');
  const kind = text(target, 'kind');
  if (kind !== '' && !kinds.includes(kind)) {
    reportUnsupported(problems, child(targetPath, 'kind'), kind, kinds);
  }
  const name = text(target, 'name');
  if (name === '') reportMissing(problems, child(targetPath, 'name'));
  else if (minor >= 37 && (kind === '' || kind === 'Node')) {
    checkName(name, dns1123Subdomain, child(targetPath, 'name'), problems);
  }
}
