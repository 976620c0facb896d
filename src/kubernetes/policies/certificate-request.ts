import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { AnswerCache } from '../meta/answer-cache.ts';
import { decodeBase64 } from '../meta/base64.ts';
import { type DerElement, derTags, readElements } from './der.ts';
import { firstPemBlock } from './pem.ts';

// PKCS #10, https://www.rfc-editor.org/rfc/rfc2986#section-4

const noRequest = 'must hold a PEM block of the type CERTIFICATE REQUEST';
const broken = 'must hold a certificate request (PKCS #10), and this one cannot be read';
const wrongSignature = 'must hold a certificate request that is signed by its own key';

// To read a key and to verify a signature takes as long as the rules of a hundred objects.
const faults = new AnswerCache<string | undefined>(256 * 1024);

/**
 * What is wrong with a certificate request, as words that follow the field; undefined when all is well. `base64` is
 * that of its PEM; what is none is reported where types are.
 */
export function certificateRequestFault(base64: string): string | undefined {
  const known = faults.find(base64);
  if (known) return known.answer;
  const pem = decodeBase64(base64);
  return faults.keep(base64, pem && findFault(pem.toString('latin1')));
}

function findFault(pem: string): string | undefined {
  const block = firstPemBlock(pem);
  if (block?.type !== 'CERTIFICATE REQUEST') return noRequest;
  const [outer, ...trailing] = readElements(block.bytes) ?? [];
  if (outer?.tag !== derTags.sequence || trailing.length > 0) return broken;
  const parts = readElements(outer.content) ?? [];
  const [info, algorithm, signature] = parts;
  if (parts.length !== 3 || !info || algorithm?.tag !== derTags.sequence) return broken;
  // The first byte of a bit string says how many bits of the last one are not used.
  if (signature?.tag !== derTags.bitString || signature.content[0] !== 0) return broken;
  const key = publicKeyOf(info);
  if (!key) return broken;
  return isSigned(info.raw, algorithm, signature.content.subarray(1), key) ? undefined : wrongSignature;
}

/** Version, subject, public key and attributes, in this order. */
function publicKeyOf(info: DerElement): KeyObject | undefined {
  const [version, subject, key, attributes] = readElements(info.content) ?? [];
  if (version?.tag !== derTags.integer || subject?.tag !== derTags.sequence) return undefined;
  if (!isName(subject) || key?.tag !== derTags.sequence || attributes?.tag !== 0xa0) return undefined;
  if (!readElements(attributes.content)) return undefined;
  try {
    return createPublicKey({ key: key.raw, format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

function isName(subject: DerElement): boolean {
  return readElements(subject.content)?.every((part) => part.tag === derTags.set) ?? false;
}

/** Digests by the object identifiers of signatures (hexadecimal); Go refuses all others, MD5 among them. */
const digests: ReadonlyMap<string, string | null> = new Map([
  ['2a864886f70d010105', 'sha1'],
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
  ['2a8648ce3d0401', 'sha1'],
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
  // Ed25519 has a digest of its own.
  ['2b6570', null],
]);

const rsaPss = '2a864886f70d01010a';
/** Digests within the parameters of RSA-PSS, once for the message and once for the mask. */
const pssDigests = [
  ['608648016503040201', 'sha256'],
  ['608648016503040202', 'sha384'],
  ['608648016503040203', 'sha512'],
] as const;

function isSigned(info: Buffer, algorithm: DerElement, signature: Buffer, key: KeyObject): boolean {
  const id = readElements(algorithm.content)?.[0]?.content.toString('hex');
  if (id === rsaPss) return isPssSigned(info, algorithm.content.toString('hex'), signature, key);
  const digest = id === undefined ? undefined : digests.get(id);
  return digest !== undefined && verifies(digest, info, key, signature);
}

function isPssSigned(info: Buffer, parameters: string, signature: Buffer, key: KeyObject): boolean {
  const digest = pssDigests.find(([id]) => parameters.split(id).length === 3)?.[1];
  const options = {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  };
  return digest !== undefined && verifies(digest, info, options, signature);
}

function verifies(
  digest: string | null,
  data: Buffer,
  key: Parameters<typeof verify>[2],
  signature: Buffer,
): boolean {
  try {
    return verify(digest, data, key, signature);
  } catch {
    return false;
  }
}
