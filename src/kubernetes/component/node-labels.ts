import { labelValue, qualifiedName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';

/** Labels of Kubernetes' own domains that a kubelet may give its node. */
const ownLabels = new Set([
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);

/**
 * What is wrong with the value of the kubelet's `--node-labels`; undefined when nothing is. Since 1.16 a node may not
 * give itself a role.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/cmd/kubelet/app/options/options.go (ValidateKubeletFlags)
 */
export function nodeLabelsProblem(value: string): string | undefined {
  for (const pair of value.split(',')) {
    const equals = pair.indexOf('=');
    const key = (equals < 0 ? pair : pair.slice(0, equals)).trim();
    if (key === '') continue;
    if (isReserved(key))
      return `the kubelet may not set the label ${quoted(key)}: of kubernetes.io it may set those of node.kubernetes.io`;
    if (!qualifiedName.test(key)) return `--node-labels has ${quoted(key)}, which is no name of a label`;
    const label = equals < 0 ? '' : pair.slice(equals + 1).trim();
    if (!labelValue.test(label)) return `--node-labels has ${quoted(label)}, which is no value of a label`;
  }
  return undefined;
}

function isReserved(key: string): boolean {
  const slash = key.indexOf('/');
  const domain = slash < 0 ? '' : key.slice(0, slash);
  const isOfKubernetes = isBelow(domain, 'kubernetes.io') || isBelow(domain, 'k8s.io');
  const isOfKubelet = isBelow(domain, 'kubelet.kubernetes.io') || isBelow(domain, 'node.kubernetes.io');
  return isOfKubernetes && !isOfKubelet && !ownLabels.has(key);
}

function isBelow(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
