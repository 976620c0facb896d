import { didYouMean } from '../../../model/did-you-mean.ts';
import type { Configuration } from '../configuration.ts';
import { subjectKeyId } from './certificate.ts';
import type { Node } from './der-node.ts';
import { allowedUses, type Extensions } from './extensions.ts';

/** What a certificate resource says of itself, whoever signs it. */
export interface AskedCertificate {
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: Extensions;
}

/** `alternativeNames`: DER of `GeneralNames`; `issuerKeyId`: that of another certificate which signs this one. */
export interface Holder {
  readonly publicKey: Node;
  readonly hasSubject: boolean;
  readonly alternativeNames: Uint8Array | undefined;
  readonly issuerKeyId: Uint8Array | undefined;
}

/** Reads the attributes that `tls_self_signed_cert` and `tls_locally_signed_cert` have in common. */
export function askedCertificate(config: Configuration, holder: Holder, now: number): AskedCertificate {
  const isCa = config.flag('is_ca_certificate', false);
  if (isCa && !holder.hasSubject) {
    config.refuse('A certificate of an authority needs a subject with at least one name.', 'subject');
  }
  const setsKeyId = config.flag('set_subject_key_id', false) || isCa;
  const ownKeyId = setsKeyId ? subjectKeyId(holder.publicKey) : undefined;
  return {
    notBefore: now,
    notAfter: now + validityHours(config) * 3600,
    extensions: {
      uses: usesOf(config),
      isCa,
      maxPathLength: maxPathLength(config),
      subjectKeyId: ownKeyId,
      authorityKeyId: holder.issuerKeyId ?? authorityKeyId(config, ownKeyId),
      alternativeNames: holder.alternativeNames,
      hasSubject: holder.hasSubject,
      permittedDomains: config.texts('name_constraint_permitted_dns_names'),
      excludedDomains: config.texts('name_constraint_excluded_dns_names'),
      areConstraintsCritical: config.flag('name_constraint_permitted_dns_names_critical', false),
    },
  };
}

function authorityKeyId(config: Configuration, ownKeyId: Uint8Array | undefined): Uint8Array | undefined {
  if (!config.flag('set_authority_key_id', false)) return undefined;
  return (
    ownKeyId ??
    config.refuse(
      'The authority that signs the certificate has no subject key identifier to name.',
      'set_authority_key_id',
      'Set "set_subject_key_id" on the certificate of the authority.',
    )
  );
}

function usesOf(config: Configuration): readonly string[] {
  const uses = config.texts('allowed_uses');
  const wrong = uses.find((use) => !allowedUses.includes(use));
  if (wrong !== undefined) {
    const near = didYouMean(wrong, allowedUses);
    config.refuse(
      `The attribute "allowed_uses" holds ${JSON.stringify(wrong)}, which is no use that the provider knows.`,
      'allowed_uses',
      near === undefined ? `Use some of ${allowedUses.join(', ')}.` : `Write "${near}".`,
    );
  }
  return uses;
}

const latest = 253_402_300_799; // The last second of the year 9999, beyond which no certificate can name a time.

function validityHours(config: Configuration): number {
  const hours = config.wholeNumber('validity_period_hours') ?? 0;
  if (hours >= 0 && hours * 3600 < latest - 3_000_000_000) return hours;
  config.refuse(
    'The attribute "validity_period_hours" must be at least 0 and end before the year 10000.',
    'validity_period_hours',
  );
  return 0;
}

/** -1 stands for any length. */
function maxPathLength(config: Configuration): number | undefined {
  const length = config.wholeNumber('max_path_length') ?? -1;
  if (length <= 127) return length < 0 ? undefined : length;
  return config.refuse('The attribute "max_path_length" must be at most 127.', 'max_path_length');
}
