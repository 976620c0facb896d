import { isObject, type JsonObject, type JsonValue } from '../../src/kubernetes/value.ts';

/**
 * What admission plugins look for when documents are created: namespaces, and what the pods among the base documents
 * refer to: their service accounts, priority classes, and runtime classes with the overhead that the pods name.
 */
export function labObjects(
  base: readonly JsonObject[],
  documents: readonly JsonObject[],
): readonly JsonObject[] {
  const namespaces = new Set(documents.map(namespaceOf).filter((name) => name !== undefined));
  const pods = base.filter(({ kind }) => kind === 'Pod');
  return [
    ...[...namespaces].map((name) => object('v1', 'Namespace', { name })),
    ...[...namespaces].map((namespace) => object('v1', 'ServiceAccount', { name: 'default', namespace })),
    ...pods.flatMap(neededBy),
  ];
}

function neededBy(pod: JsonObject): readonly JsonObject[] {
  const spec = isObject(pod['spec']) ? pod['spec'] : {};
  const {
    serviceAccountName: account,
    priorityClassName: priority,
    runtimeClassName: runtime,
    overhead,
  } = spec;
  const needed: JsonObject[] = [];
  if (isLabel(account)) {
    needed.push(object('v1', 'ServiceAccount', { name: account, namespace: namespaceOf(pod) ?? 'default' }));
  }
  if (isLabel(priority) && !priority.startsWith('system-')) {
    needed.push(object('scheduling.k8s.io/v1', 'PriorityClass', { name: priority }, { value: 5 }));
  }
  if (isLabel(runtime)) {
    const more = { handler: runtime, ...(overhead !== undefined && { overhead: { podFixed: overhead } }) };
    needed.push(object('node.k8s.io/v1', 'RuntimeClass', { name: runtime }, more));
  }
  return needed;
}

function object(apiVersion: string, kind: string, metadata: JsonObject, more: JsonObject = {}): JsonObject {
  return { apiVersion, kind, metadata, ...more };
}

function namespaceOf({ metadata }: JsonObject): string | undefined {
  const namespace = isObject(metadata) ? metadata['namespace'] : undefined;
  return isLabel(namespace) ? namespace : undefined;
}

function isLabel(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value.length <= 63 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(value);
}
