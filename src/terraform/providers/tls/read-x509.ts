import type { Node } from './der-node.ts';
import { fromPem } from './pem.ts';
import { children, contents, decode, dotted, isContextTag } from './read-der.ts';

/** What is taken from a request when its certificate is made. */
export interface Request {
  readonly subject: Node;
  readonly publicKey: Node;
  /** DER of `GeneralNames`. */
  readonly alternativeNames: Uint8Array | undefined;
}

/** Reads a request in PEM format; undefined when it is none. https://www.rfc-editor.org/rfc/rfc2986#section-4.1 */
export function readRequest(pem: string): Request | undefined {
  const der = fromPem('CERTIFICATE REQUEST', pem);
  const [content] = children(der && decode(der));
  const [, subject, publicKey, attributes] = children(content);
  if (!subject || !publicKey) return undefined;
  return { subject, publicKey, alternativeNames: requestedNames(attributes) };
}

/** What is taken from a certificate when it signs another one. */
export interface Issuer {
  readonly subject: Node;
  readonly publicKey: Node;
  readonly subjectKeyId: Uint8Array | undefined;
}

/** Reads a certificate in PEM format; undefined when it is none. https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
export function readIssuer(pem: string): Issuer | undefined {
  const der = fromPem('CERTIFICATE', pem);
  const [content] = children(der && decode(der));
  const fields = children(content);
  // Version 1 leaves the version out.
  const at = fields[0] && isContextTag(fields[0], 0) ? 5 : 4;
  const [subject, publicKey] = fields.slice(at, at + 2);
  if (!subject || !publicKey) return undefined;
  const extensions = fields.find((field) => isContextTag(field, 3));
  const id = extensionValue(children(extensions)[0], '2.5.29.14');
  return { subject, publicKey, subjectKeyId: id && contents(decode(id)) };
}

const extensionRequest = '1.2.840.113549.1.9.14';

function requestedNames(attributes: Node | undefined): Uint8Array | undefined {
  const asked = children(attributes).find((attribute) => dotted(children(attribute)[0]) === extensionRequest);
  return extensionValue(children(children(asked)[1])[0], '2.5.29.17');
}

function extensionValue(extensions: Node | undefined, type: string): Uint8Array | undefined {
  const found = children(extensions).find((extension) => dotted(children(extension)[0]) === type);
  return found && contents(children(found).at(-1));
}
