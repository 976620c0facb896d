import { createHash, X509Certificate } from 'node:crypto';

/**
 * Says what a certificate is for, as far as it does not change with the keys, which are made up: `(kube-apiserver by
 * kubernetes-ca for DNS:kubernetes, IP Address:10.3.0.1, RSA 2048, until 2051-01-01)`.
 *
 * @param body base64 between the lines of the PEM block, in which white space does not count
 */
export function describeCertificate(body: string): string {
  const bytes = Buffer.from(body.replace(/\\n/g, ''), 'base64');
  try {
    const certificate = new X509Certificate(bytes);
    const { subject, issuer, subjectAltName, validTo, publicKey } = certificate;
    const by = subject === issuer ? '' : ` by ${oneLine(issuer)}`;
    const names = subjectAltName === undefined ? '' : ` for ${subjectAltName}`;
    const { asymmetricKeyType: type = 'key', asymmetricKeyDetails: details } = publicKey;
    const size = details?.modulusLength ?? details?.namedCurve ?? '';
    const until = new Date(validTo).toISOString().slice(0, 10);
    return `(${oneLine(subject)}${by}${names}, ${`${type} ${size}`.trim()}, until ${until})`;
  } catch {
    return `(cannot be read, SHA-256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)})`;
  }
}

function oneLine(name: string): string {
  return name.split('\n').join(', ');
}
