import { isObject, type JsonObject } from '../../src/kubernetes/value.ts';
import { answerOf } from './api-status.ts';
import { type HttpClient, httpClient } from './http-client.ts';
import { jsonLine } from './json-line.ts';
import { readKubeconfig } from './kubeconfig.ts';
import type { Answer } from './verdict.ts';

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** A running kube-apiserver. */
export interface ApiServer {
  /** What it says of a create with `dryRun=All&fieldValidation=Strict`; nothing is stored. */
  readonly ask: (document: JsonObject) => Promise<Answer>;
  /** Creates an object; one that is there already is accepted too. */
  readonly create: (document: JsonObject) => Promise<Answer>;
  readonly close: () => void;
}

const dryRun = 'dryRun=All&fieldValidation=Strict&fieldManager=windtunnel';

/** Connects to the first cluster of a kubeconfig. It should be a throw-away one: `create` stores what it is given. */
export function connect(kubeconfig: string): ApiServer {
  const client = httpClient(readKubeconfig(kubeconfig));
  const groups = new Map<string, Promise<readonly Resource[]>>();
  const post = async (document: JsonObject, query: string): Promise<Answer> => {
    const { apiVersion, kind } = document;
    if (!isName(apiVersion) || !isName(kind)) return rejection('apiVersion and kind must be set');
    const resources = groups.get(apiVersion) ?? resourcesOf(client, apiVersion);
    groups.set(apiVersion, resources);
    const resource = (await resources).find((each) => each.kind === kind && !each.name.includes('/'));
    if (!resource) return { verdict: 'unknown-kind', errors: [], warnings: [] };
    const path = `${groupPath(apiVersion)}${collection(document, resource)}?${query}`;
    return answerOf(await client.request('POST', path, jsonLine(document)));
  };
  return {
    ask: (document) => post(document, dryRun),
    create: async (document) => {
      // A definition that is new changes what its group serves.
      groups.clear();
      return await post(document, 'fieldValidation=Strict');
    },
    close: client.close,
  };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

function rejection(detail: string): Answer {
  return { verdict: 'rejected', errors: [{ type: 'decode', field: '', detail }], warnings: [] };
}

function groupPath(apiVersion: string): string {
  const escaped = apiVersion.split('/').map(encodeURIComponent).join('/');
  return apiVersion.includes('/') ? `/apis/${escaped}` : `/api/${escaped}`;
}

/** As `kubectl` addresses it: in the namespace that the document names, else in `default`. */
function collection({ metadata }: JsonObject, { name, namespaced }: Resource): string {
  if (!namespaced) return `/${name}`;
  const namespace = isObject(metadata) ? metadata['namespace'] : undefined;
  return `/namespaces/${encodeURIComponent(isName(namespace) ? namespace : 'default')}/${name}`;
}

async function resourcesOf(client: HttpClient, apiVersion: string): Promise<readonly Resource[]> {
  const { status, body } = await client.request('GET', groupPath(apiVersion));
  if (status !== 200) return [];
  // `APIResourceList` of the API server's discovery.
  const list = JSON.parse(body) as { readonly resources?: readonly Resource[] };
  return list.resources ?? [];
}
