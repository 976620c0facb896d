import { isObject, type JsonObject, type JsonValue } from '../../kubernetes/value.ts';
import { readDocuments } from '../../kubernetes/yaml/read-documents.ts';

/** One Kubernetes object of a text, as the kubectl provider names its parts. */
export interface KubectlDocument {
  readonly text: string;
  readonly object: JsonObject;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
}

/** The documents of a stream that hold an object, each without the space around it; undefined when one is no YAML. */
export function kubectlDocuments(content: string): readonly KubectlDocument[] | undefined {
  const found: KubectlDocument[] = [];
  for (const { start, end, value, problems } of readDocuments(content)) {
    if (value === undefined && problems.length > 0) return undefined;
    if (!isObject(value) || Object.keys(value).length === 0) continue;
    const text = content
      .slice(start, end)
      .replace(/^---[^\n]*\n/, '')
      .trim();
    found.push({ text, object: value, ...namesOf(value) });
  }
  return found;
}

/** Where the API server would have served the object: the identifier that the provider makes of it. */
export function selfLink({ apiVersion, namespace, kind, name }: KubectlDocument): string {
  const plural = kind === '' ? [] : [`${kind.toLowerCase()}${kind.endsWith('s') ? 'es' : 's'}`];
  const parts = [
    apiVersion === 'v1' ? 'api' : 'apis',
    apiVersion,
    ...(namespace === '' ? [] : ['namespaces', namespace]),
    ...plural,
    name,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `/${part}`)
    .join('');
}

function namesOf(object: JsonObject) {
  const metadata = isObject(object['metadata']) ? object['metadata'] : {};
  return {
    apiVersion: textOf(object['apiVersion']),
    kind: textOf(object['kind']),
    name: textOf(metadata['name']),
    namespace: textOf(metadata['namespace']),
  };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
