import { child, type FieldPath } from '../field-path.ts';
import { parseCidr } from '../meta/address.ts';
import { map, present, text } from '../meta/fields.ts';
import { eachText } from '../meta/items.ts';
import { quoted } from '../meta/quoted.ts';
import { reportForbidden, reportInvalid, reportMissing } from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkOldCidr, isStrictSubset } from './address-field.ts';

/** Checks a peer of a network policy: pods, namespaces or both, or else a network. */
export function checkPeer(peer: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const pods = present(peer['podSelector']);
  const namespaces = present(peer['namespaceSelector']);
  const block = map(peer, 'ipBlock');
  if (pods) checkLabelSelector(peer['podSelector'], child(path, 'podSelector'), problems);
  if (namespaces) checkLabelSelector(peer['namespaceSelector'], child(path, 'namespaceSelector'), problems);
  if (block) checkBlock(block, child(path, 'ipBlock'), context);
  if (!pods && !namespaces && !block) {
    reportMissing(problems, path, 'with podSelector, namespaceSelector or ipBlock');
  } else if (block && (pods || namespaces)) {
    reportForbidden(problems, child(path, 'ipBlock'), 'must not be set together with a selector');
  }
}

function checkBlock(block: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const network = text(block, 'cidr');
  if (network === '') {
    reportMissing(problems, child(path, 'cidr'));
    return;
  }
  checkOldCidr(network, child(path, 'cidr'), context);
  const outer = parseCidr(network);
  if (!outer) return;
  eachText(block, 'except', path, (exception, at) => {
    checkOldCidr(exception, at, context);
    const inner = parseCidr(exception);
    if (!inner || isStrictSubset(inner, outer)) return;
    reportInvalid(problems, at, `must lie in ${quoted(network)} and be smaller, but is ${quoted(exception)}`);
  });
}
