import type { FieldPath } from '../field-path.ts';
import { dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';

// A domain, a slash, a namespace, a dot and a name.
const longestSigner = 253 + 1 + 63 + 1 + 253;

/** `example.com/signer`. */
export function checkSignerName(name: string, path: FieldPath, problems: Problems): void {
  if (name === '') {
    reportMissing(problems, path);
    return;
  }
  if (isSignerName(name)) return;
  reportInvalid(problems, path, `must be a domain and a path, example.com/signer, not ${quoted(name)}`);
}

/** Whether the signer is one of Kubernetes itself. */
export function isKubernetesSigner(name: string): boolean {
  const [host = ''] = name.split('/', 1);
  return host === 'kubernetes.io' || host.endsWith('.kubernetes.io');
}

function isSignerName(name: string): boolean {
  const [domain = '', path, more] = name.split('/', 3);
  if (path === undefined || more !== undefined || name.length > longestSigner) return false;
  const labels = domain.split('.');
  if (domain.length > 253 || labels.length < 2 || !labels.every(dns1123Label.test)) return false;
  return path.split('.').every(dns1123Subdomain.test);
}
