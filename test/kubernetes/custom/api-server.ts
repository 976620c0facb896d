import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

/** `unreadable`: refused while it is decoded, for unknown fields or wrong types. */
export type Verdict = 'accepted' | 'rejected' | 'unreadable';

/** A running API server, asked by server-side dry run. */
export class ApiServer {
  private readonly url: string;
  private readonly agent: Agent;

  /** @param kubeconfig with a client certificate, as the lab writes it */
  constructor(kubeconfig: string) {
    const config = [...readDocuments(readFileSync(kubeconfig, 'utf8'))][0]?.value ?? null;
    this.url = String(dig(config, 'clusters', 0, 'cluster', 'server'));
    this.agent = new Agent({
      cert: readFileSync(String(dig(config, 'users', 0, 'user', 'client-certificate'))),
      key: readFileSync(String(dig(config, 'users', 0, 'user', 'client-key'))),
      rejectUnauthorized: false,
      keepAlive: true,
      maxSockets: 4,
    });
  }

  /** What the server says of an object that is to be created; `why` is its own message. */
  async judge(path: string, object: JsonObject): Promise<{ verdict: Verdict; why: string }> {
    const { status, body } = await this.send('POST', `${path}?dryRun=All&fieldValidation=Strict`, object);
    // What is there already has passed all checks.
    if (status === 201 || status === 409) return { verdict: 'accepted', why: '' };
    if (status !== 400 && status !== 422) throw new Error(`${path}: ${status} ${body}`);
    return {
      verdict: status === 400 ? 'unreadable' : 'rejected',
      why: String(dig(JSON.parse(body), 'message')),
    };
  }

  async send(method: string, path: string, object: JsonObject): Promise<{ status: number; body: string }> {
    const text = JSON.stringify(object);
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const call = request(this.url + path, { method, agent: this.agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
      });
      call.on('error', reject);
      call.end(text);
    });
  }
}

function dig(value: JsonValue | undefined, ...steps: (string | number)[]): JsonValue | undefined {
  let at = value;
  for (const step of steps) {
    if (isArray(at)) at = at[Number(step)];
    else at = isObject(at) ? at[step] : undefined;
  }
  return at;
}

/** Where objects of a definition are created. */
export function resourcePath(definition: JsonObject): string {
  const spec = definition['spec'];
  const version = dig(spec, 'versions', 0, 'name');
  const namespace = dig(spec, 'scope') === 'Namespaced' ? 'namespaces/default/' : '';
  return `/apis/${dig(spec, 'group')}/${version}/${namespace}${dig(spec, 'names', 'plural')}`;
}
