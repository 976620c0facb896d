import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { deriveBytes } from '../derive.ts';
import { curveOf } from './ecdsa.ts';
import { toPem } from './pem.ts';
import { children, contents, decode } from './read-der.ts';

/** A key in the forms of OpenSSH. */
export interface OpenSshKey {
  /** Line of `authorized_keys`, with its line end. */
  readonly publicKey: string;
  readonly privateKey: string;
  readonly md5: string;
  readonly sha256: string;
}

/** Undefined for a key that OpenSSH has no name for, P224. */
export function openSshKey(key: KeyObject): OpenSshKey | undefined {
  const fields = fieldsOf(key);
  if (!fields) return undefined;
  const publicBytes = Buffer.concat(fields.publicFields);
  return {
    publicKey: `${fields.name} ${publicBytes.toString('base64')}\n`,
    privateKey: privateKeyFile(fields.name, publicBytes, fields.privateFields),
    md5: [...createHash('md5').update(publicBytes).digest()]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(':'),
    sha256: `SHA256:${createHash('sha256').update(publicBytes).digest('base64').replace(/=+$/, '')}`,
  };
}

/** Bytes of what is made: https://www.rfc-editor.org/rfc/rfc4251#section-5 */
interface Fields {
  readonly name: string;
  readonly publicFields: readonly Buffer[];
  /** What stands behind the name. */
  readonly privateFields: readonly Buffer[];
}

function fieldsOf(key: KeyObject): Fields | undefined {
  if (key.asymmetricKeyType === 'rsa') return rsaFields(key);
  return key.asymmetricKeyType === 'ed25519' ? ed25519Fields(key) : ecdsaFields(key);
}

function rsaFields(key: KeyObject): Fields {
  const name = 'ssh-rsa';
  // Version, n, e, d, p, q, d mod p-1, d mod q-1, inverse of q: https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2
  const parts = children(decode(key.export({ type: 'pkcs1', format: 'der' })));
  const numbers = (...indices: readonly number[]): Buffer[] => indices.map((at) => text(contents(parts[at])));
  return {
    name,
    publicFields: [text(name), ...numbers(2, 1)],
    privateFields: numbers(1, 2, 3, 8, 4, 5),
  };
}

function ed25519Fields(key: KeyObject): Fields {
  const name = 'ssh-ed25519';
  const point = createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);
  const seed = key.export({ type: 'pkcs8', format: 'der' }).subarray(-32);
  return {
    name,
    publicFields: [text(name), text(point)],
    privateFields: [text(point), text(Buffer.concat([seed, point]))],
  };
}

// https://www.rfc-editor.org/rfc/rfc5656#section-6.1
const nistNames: Readonly<Record<string, string>> = {
  prime256v1: 'nistp256',
  secp384r1: 'nistp384',
  secp521r1: 'nistp521',
};

function ecdsaFields(key: KeyObject): Fields | undefined {
  const curve = nistNames[curveOf(key)?.name ?? ''];
  if (!curve) return undefined;
  const name = `ecdsa-sha2-${curve}`;
  const [, point] = children(decode(createPublicKey(key).export({ type: 'spki', format: 'der' })));
  const [, secret] = children(decode(key.export({ type: 'sec1', format: 'der' })));
  const open = [text(curve), text(contents(point).subarray(1))];
  return {
    name,
    publicFields: [text(name), ...open],
    privateFields: [...open, text(positive(contents(secret)))],
  };
}

/** https://github.com/openssh/openssh-portable/blob/V_9_9_P1/PROTOCOL.key */
function privateKeyFile(name: string, publicBytes: Buffer, privateFields: readonly Buffer[]): string {
  const check = deriveBytes(publicBytes.toString('hex'), 4);
  const comment = text('');
  const secrets = Buffer.concat([check, check, text(name), ...privateFields, comment]);
  const blockSize = 8;
  const padding = Array.from({ length: -secrets.length & (blockSize - 1) }, (_, index) => index + 1);
  const file = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    text('none'),
    text('none'),
    text(''),
    uint32(1),
    text(publicBytes),
    text(Buffer.concat([secrets, Buffer.from(padding)])),
  ]);
  return toPem('OPENSSH PRIVATE KEY', file);
}

function text(value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

/** Without leading zeros, but with one where the first bit would be a sign. */
function positive(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = bytes.subarray(Math.max(0, first));
  return (significant[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), significant]) : significant;
}
