import { createHash } from 'node:crypto';
import { describeCertificate } from './describe-certificate.ts';
import { hideSecretData } from './hide-secret-data.ts';
import { secretMark } from './hide-secrets.ts';
import type { Part } from './part.ts';
import { type PemReplacement, replacePem } from './pem-blocks.ts';

const certificates: PemReplacement = {
  label: /^CERTIFICATE$/,
  show: (label, body) => `-----BEGIN ${label}----- ${describeCertificate(body)}`,
};

const privateKeys: PemReplacement = {
  label: /PRIVATE KEY$/,
  show: (label) => `-----BEGIN ${label}----- ${secretMark}`,
};

/**
 * Takes out of a text what people wrote into it and no report may show: private keys, and the values of Secrets and
 * kubeconfigs. Certificates are described: they change whenever their keys do, and the keys are made up.
 *
 * @param redact takes out what is known to be secret
 */
export function hideWritten(
  text: string,
  redact: (text: string) => string = (same) => same,
): Pick<Part, 'text' | 'hidden'> {
  // Certificates first: one has lines in common with its key.
  const described = redact(replacePem(text, certificates));
  const hidden = replacePem(hideSecretData(described), privateKeys);
  return hidden === described ? { text: hidden } : { text: hidden, hidden: digest(described) };
}

/** Tells hidden texts apart inside of one run; it never leaves it. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
