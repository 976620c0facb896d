import { child, type FieldPath } from '../field-path.ts';
import { parseIp } from '../meta/address.ts';
import { map, present, text } from '../meta/fields.ts';
import { texts } from '../meta/items.ts';
import { quoted } from '../meta/quoted.ts';
import { reportDuplicate, reportInvalid, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import { checkOldIp, familyOf } from './address-field.ts';
import type { ServiceView } from './service-view.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go
// (ValidateServiceClusterIPsRelatedFields)

const families = ['IPv4', 'IPv6'];
const policies = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

/** Checks the cluster's addresses of a Service, their families and the policy, which have to agree. */
export function checkClusterIps(view: ServiceView, path: FieldPath, context: RuleContext): void {
  const { spec, type, clusterIp, clusterIps, headless } = view;
  const { problems } = context;
  const ipFamilies = texts(spec, 'ipFamilies');
  if (ipFamilies.length > 0) checkFamilies(ipFamilies, child(path, 'ipFamilies'), problems);
  if (present(spec['ipFamilyPolicy'])) {
    const policy = text(spec, 'ipFamilyPolicy');
    if (!policies.includes(policy))
      reportUnsupported(problems, child(path, 'ipFamilyPolicy'), policy, policies);
  }
  checkSingleStack(view, ipFamilies, path, problems);
  if (clusterIps.length === 0) return;
  const at = child(path, texts(spec, 'clusterIPs').length > 0 ? 'clusterIPs' : 'clusterIP');
  if (headless && (type === 'LoadBalancer' || type === 'NodePort')) {
    reportInvalid(problems, at, `must not be None for services of type ${type}`);
  }
  if (clusterIp === '') reportInvalid(problems, at, 'must only be set together with clusterIP');
  else if (clusterIps[0] !== clusterIp) {
    reportInvalid(problems, at, `must start with ${quoted(clusterIp)}, the value of clusterIP`);
  }
  checkAddresses(view, ipFamilies, at, context);
}

function checkFamilies(ipFamilies: readonly string[], path: FieldPath, problems: Problems): void {
  const seen = new Set<string>();
  ipFamilies.forEach((family, index) => {
    if (!families.includes(family)) reportUnsupported(problems, child(path, index), family, families);
    if (seen.has(family)) reportDuplicate(problems, child(path, index), family);
    seen.add(family);
  });
}

/**
 * Without a policy a service is single-stack, but for one that is headless and selects nothing. `initIPFamilyFields` of
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/registry/core/service/storage/alloc.go
 */
function checkSingleStack(
  { spec, clusterIp, clusterIps }: ServiceView,
  ipFamilies: readonly string[],
  path: FieldPath,
  problems: Problems,
): void {
  if (clusterIps.length !== 2 && ipFamilies.length !== 2) return;
  const policy = text(spec, 'ipFamilyPolicy');
  const selector = map(spec, 'selector');
  const selects = selector !== undefined && Object.keys(selector).length > 0;
  if (policy === '' ? clusterIp === 'None' && !selects : policy !== 'SingleStack') return;
  const several = clusterIps.length === 2 ? 'several cluster IPs' : 'several IP families';
  reportInvalid(
    problems,
    child(path, 'ipFamilyPolicy'),
    `must be RequireDualStack or PreferDualStack for ${several}`,
  );
}

function checkAddresses(
  { clusterIps, headless }: ServiceView,
  ipFamilies: readonly string[],
  path: FieldPath,
  context: RuleContext,
): void {
  const { problems } = context;
  const single = path.key === 'clusterIP';
  let wrong = false;
  clusterIps.forEach((address, index) => {
    if (index === 0 && address === 'None') {
      if (clusterIps.length === 1) return;
      reportInvalid(problems, path, 'must hold None alone');
      wrong = true;
    } else if (!checkOldIp(address, single ? path : child(path, index), context)) {
      wrong = true;
    }
  });
  if (clusterIps.length > 2) reportInvalid(problems, path, 'must hold at most 2 addresses');
  if (wrong || headless) return;
  const found = clusterIps.map(familyNumber);
  if (clusterIps.length > 1 && !(found.includes(4) && found.includes(6))) {
    reportInvalid(problems, path, 'must hold one address of each IP family at most');
  }
  ipFamilies.forEach((family, index) => {
    const actual = found[index];
    if (actual === undefined || !families.includes(family) || family === `IPv${actual}`) return;
    const at = single ? path : child(path, index);
    reportInvalid(problems, at, `must be an ${family} address, as ipFamilies[${index}] says`);
  });
}

function familyNumber(text: string): 4 | 6 | undefined {
  const address = parseIp(text);
  return address && familyOf(address);
}
