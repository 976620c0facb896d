import { isArray, isObject, type JsonObject, type JsonValue } from './value.ts';

/** Kinds whose values are secrets, and the fields that hold them. */
const secretFields: Readonly<Record<string, readonly string[]>> = {
  Secret: ['data', 'stringData'],
  Config: ['users'],
  ExecCredential: ['status'],
  EncryptionConfiguration: ['resources'],
  // Of kubeadm: bootstrap tokens.
  InitConfiguration: ['bootstrapTokens', 'certificateKey'],
  JoinConfiguration: ['discovery', 'controlPlane'],
};

const confidentialKind = new RegExp(
  `["']?kind["']?\\s*:\\s*["']?(?:${Object.keys(secretFields).join('|')})\\b`,
);

/** True for the text of a document, however broken, whose lines must not be shown to everybody. */
export function isConfidential(text: string): boolean {
  return confidentialKind.test(text);
}

/** Takes the secrets of a document out of what is said about it. */
export function redactor(document: JsonValue | undefined): (said: string) => string {
  const secrets = new Set<string>();
  if (document !== undefined) gather(document, secrets);
  // Long ones first: one may be part of another.
  const ordered = [...secrets].sort((a, b) => b.length - a.length);
  return (said) => ordered.reduce(withoutSecret, said);
}

function gather(document: JsonValue, secrets: Set<string>): void {
  if (!isObject(document)) return;
  const { kind, items } = document;
  if (isArray(items)) for (const item of items) gather(item, secrets);
  if (typeof kind !== 'string' || !Object.hasOwn(secretFields, kind)) return;
  for (const field of secretFields[kind] ?? []) gatherScalars(ownField(document, field), secrets);
}

function ownField(object: JsonObject, field: string): JsonValue | undefined {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}

function gatherScalars(value: JsonValue | undefined, secrets: Set<string>): void {
  if (isArray(value)) for (const item of value) gatherScalars(item, secrets);
  else if (isObject(value)) for (const key of Object.keys(value)) gatherScalars(value[key], secrets);
  else if (value !== null && value !== undefined && value !== '') secrets.add(String(value));
}

/** A short one is replaced where it stands as a value, or words that hold it by chance would suffer. */
function withoutSecret(said: string, secret: string): string {
  if (secret.length >= 6) return said.replaceAll(secret, '…');
  return said
    .replaceAll(`"${secret}"`, '"…"')
    .replaceAll(new RegExp(`(?<![\\w.-])${literal(secret)}$`, 'g'), '…');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
