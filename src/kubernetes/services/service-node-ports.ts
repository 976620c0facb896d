import { child, type FieldPath } from '../field-path.ts';
import { flag, itemOf, list, text, whole } from '../meta/fields.ts';
import { reportDuplicate, reportForbidden, reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray } from '../value.ts';
import type { ServiceView } from './service-view.ts';

// https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/ (--service-node-port-range)
const firstNodePort = 30_000;
const lastNodePort = 32_767;

/** Checks the node ports that a Service asks for, and that of its health check. */
export function checkNodePorts(view: ServiceView, path: FieldPath, problems: Problems): void {
  const { spec, type } = view;
  const ports = list(spec, 'ports');
  const health = whole(spec, 'healthCheckNodePort') ?? 0;
  if (health === 0 && !ports.some((port) => nodePortOf(port) !== 0)) return;
  const allocated = new Set<number>();
  const at = child(path, 'ports');
  if (type === 'NodePort' || type === 'LoadBalancer') {
    allocate(ports, allocates(view), allocated, at, problems);
  } else {
    checkUnused(ports, type, at, problems);
  }
  // Elsewhere the port of the health check must not be set at all, which another rule says.
  if (health === 0 || type !== 'LoadBalancer' || text(spec, 'externalTrafficPolicy') !== 'Local') return;
  take(health, allocated, child(path, 'healthCheckNodePort'), problems);
}

function nodePortOf(port: JsonArray[number]): number {
  return whole(itemOf(port), 'nodePort') ?? 0;
}

function allocates({ spec, type }: ServiceView): boolean {
  return type === 'NodePort' || flag(spec, 'allocateLoadBalancerNodePorts') !== false;
}

/**
 * Takes node ports as the API server does: those of one port may be the same for several protocols, others not.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/registry/core/service/storage/alloc.go (initNodePorts)
 */
function allocate(
  ports: JsonArray,
  automatic: boolean,
  allocated: Set<number>,
  path: FieldPath,
  problems: Problems,
): void {
  const requested = requestedPorts(ports);
  const byPort = new Map<number, number>();
  ports.forEach((item, index) => {
    const nodePort = nodePortOf(item);
    if (nodePort === 0 && !automatic) return;
    const port = whole(itemOf(item), 'port') ?? 0;
    const earlier = byPort.get(port);
    if (earlier === nodePort || (earlier !== undefined && nodePort === 0)) return;
    // A port without a node port gets that of a later one with the same number.
    const wanted = earlier === undefined ? (requested.get(port) ?? 0) : nodePort;
    if (wanted !== 0) take(wanted, allocated, child(child(path, index), 'nodePort'), problems);
    if (earlier === undefined) byPort.set(port, wanted);
  });
}

/** The first node port that is asked for, by port. */
function requestedPorts(ports: JsonArray): ReadonlyMap<number, number> {
  const requested = new Map<number, number>();
  for (const item of ports) {
    const port = whole(itemOf(item), 'port') ?? 0;
    const nodePort = nodePortOf(item);
    if (nodePort !== 0 && !requested.has(port)) requested.set(port, nodePort);
  }
  return requested;
}

function take(nodePort: number, allocated: Set<number>, path: FieldPath, problems: Problems): void {
  if (nodePort < firstNodePort || nodePort > lastNodePort) {
    const range = `${firstNodePort} and ${lastNodePort}, unless kube-apiserver has another range of node ports`;
    reportInvalid(problems, path, `must be between ${range}, not ${nodePort}`);
  } else if (allocated.has(nodePort)) {
    reportDuplicate(problems, path, `${nodePort}`);
  }
  allocated.add(nodePort);
}

/** Types without node ports: a cluster IP refuses them, and an alias only wants them unique. */
function checkUnused(ports: JsonArray, type: string, path: FieldPath, problems: Problems): void {
  const seen = new Set<string>();
  ports.forEach((item, index) => {
    const nodePort = nodePortOf(item);
    if (nodePort === 0) return;
    const at = child(child(path, index), 'nodePort');
    if (type === 'ClusterIP') {
      reportForbidden(problems, at, 'must not be set for services of type ClusterIP');
      return;
    }
    const key = `${text(itemOf(item), 'protocol') || 'TCP'} ${nodePort}`;
    if (seen.has(key)) reportDuplicate(problems, at, `${nodePort}`);
    seen.add(key);
  });
}
