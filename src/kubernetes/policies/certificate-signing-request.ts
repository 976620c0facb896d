import { child } from '../field-path.ts';
import { list, map, text, whole } from '../meta/fields.ts';
import { eachText } from '../meta/items.ts';
import type { NameRule } from '../meta/name-rule.ts';
import { pathSegmentName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportDuplicate, reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import { checkSignerName } from '../pods/signer-name.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { certificateRequestFault } from './certificate-request.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/certificates/validation/validation.go

const anyName: NameRule = { ...pathSegmentName };
const meta: ObjectMetaOptions = { name: anyName, namespaced: false };
const specPath = child(undefined, 'spec');
const legacySigner = 'kubernetes.io/legacy-unknown';
/** Ten minutes. */
const leastSeconds = 600;

const usages: readonly string[] = [
  'any',
  'cert sign',
  'client auth',
  'code signing',
  'content commitment',
  'crl sign',
  'data encipherment',
  'decipher only',
  'digital signature',
  'email protection',
  'encipher only',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'key agreement',
  'key encipherment',
  'microsoft sgc',
  'netscape sgc',
  'ocsp signing',
  's/mime',
  'server auth',
  'signing',
  'timestamping',
];

/** Checks a CertificateSigningRequest. */
export function checkCertificateSigningRequest(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec') ?? {};
  const fault = certificateRequestFault(text(spec, 'request'));
  if (fault !== undefined) reportInvalid(problems, child(specPath, 'request'), fault);
  checkUsages(spec, problems);
  checkSigner(text(spec, 'signerName'), problems);
  const seconds = whole(spec, 'expirationSeconds');
  if (seconds === undefined || seconds >= leastSeconds) return;
  const at = child(specPath, 'expirationSeconds');
  reportInvalid(problems, at, `must be at least ${leastSeconds}, ten minutes, not ${seconds}`);
}

function checkSigner(name: string, problems: Problems): void {
  const path = child(specPath, 'signerName');
  if (name === legacySigner) reportInvalid(problems, path, `must not be ${name}, which only v1beta1 knew`);
  else checkSignerName(name, path, problems);
}

function checkUsages(spec: JsonObject, problems: Problems): void {
  if (list(spec, 'usages').length === 0) reportMissing(problems, child(specPath, 'usages'));
  const seen = new Set<string>();
  eachText(spec, 'usages', specPath, (usage, path) => {
    if (!usages.includes(usage)) reportUnsupported(problems, path, usage, usages);
    if (seen.has(usage)) reportDuplicate(problems, path, usage);
    seen.add(usage);
  });
}
