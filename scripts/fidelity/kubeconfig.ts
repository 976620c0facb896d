import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../src/kubernetes/value.ts';

/** Where an API server is, and the client certificate for it. */
export interface Endpoint {
  /** `https://127.0.0.1:6443` */
  readonly server: string;
  /** PEM. */
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Reads the first cluster and user of a kubeconfig that names files of a client certificate, as the lab's does. */
export function readKubeconfig(file: string): Endpoint {
  // js-yaml gives plain values only.
  const config = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }) as JsonObject;
  const user = first(config['users'], 'user');
  return {
    server: text(first(config['clusters'], 'cluster'), 'server'),
    cert: readFileSync(text(user, 'client-certificate')),
    key: readFileSync(text(user, 'client-key')),
  };
}

function first(list: JsonValue | undefined, key: string): JsonValue | undefined {
  const item = isArray(list) ? list[0] : undefined;
  return isObject(item) ? item[key] : undefined;
}

function text(of: JsonValue | undefined, key: string): string {
  const value = isObject(of) ? of[key] : undefined;
  if (typeof value !== 'string') throw new Error(`the kubeconfig has no ${key}`);
  return value;
}
