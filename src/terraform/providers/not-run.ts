import { derivedId } from './derived-id.ts';
import { type Emulate, family } from './family.ts';

/**
 * `data.external`: no program of a module is ever run; each key that is read of its result is made up.
 * https://registry.terraform.io/providers/hashicorp/external/latest/docs/data-sources/external
 */
const external: Emulate = ({ reads }) => {
  // Read by keys that are not written out, or in brackets: nobody knows which there are.
  if (reads.includes('result')) return { values: { id: '-' }, unknown: ['result'] };
  const keys = reads.flatMap((path) => /^result\.([^.[\]]+)/.exec(path)?.[1] ?? []);
  const result = Object.fromEntries(keys.map((key) => [key, `placeholder-${key}`]));
  return { values: { id: '-', result }, placeholders: ['result'] };
};

/**
 * `data.http`: no address is ever asked, and nobody knows whether the answer is JSON, an address or a key.
 * https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http
 */
const http: Emulate = ({ address, config }) => ({
  values: { id: typeof config['url'] === 'string' ? config['url'] : derivedId(address), status_code: 200 },
  placeholders: ['status_code'],
  unknown: ['response_headers', 'response_body', 'response_body_base64', 'body'],
});

/** Providers that reach out of Terraform: nothing here runs a program or opens a connection. */
export const notRun = family(['external', 'http'], { 'data.external': external, 'data.http': http });
