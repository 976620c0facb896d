import { hasFormat } from '../custom/formats.ts';
import type { NameRule } from '../meta/name-rule.ts';
import { dns1035Label, dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from '../meta/names.ts';
import { asOpaque, asText } from './arguments.ts';
import type { Library } from './overload.ts';
import { ListValue, type OpaqueValue, OptionalValue } from './value.ts';

// https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library

function byName(rule: NameRule): (text: string) => string[] {
  return (text) => (rule.test(text) ? [] : [`must be ${rule.words}`]);
}

/** What is generated from a prefix has more behind it, so that a dash may end it. */
function byPrefix(rule: NameRule): (text: string) => string[] {
  return (text) => byName(rule)(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text);
}

function byFormat(format: string, fault: string): (text: string) => string[] {
  return (text) => (hasFormat(format, text, 0) ? [] : [fault]);
}

const formats: Readonly<Record<string, (text: string) => string[]>> = {
  dns1123Label: byName(dns1123Label),
  dns1123Subdomain: byName(dns1123Subdomain),
  dns1035Label: byName(dns1035Label),
  qualifiedName: byName(qualifiedName),
  dns1123LabelPrefix: byPrefix(dns1123Label),
  dns1123SubdomainPrefix: byPrefix(dns1123Subdomain),
  dns1035LabelPrefix: byPrefix(dns1035Label),
  labelValue: byName(labelValue),
  uri: byFormat('uri', 'invalid URI'),
  uuid: byFormat('uuid', 'does not match the UUID format'),
  byte: byFormat('byte', 'invalid base64'),
  date: byFormat('date', 'invalid date'),
  datetime: byFormat('datetime', 'invalid datetime'),
};

function formatOf(name: string): OpaqueValue | undefined {
  const faults = Object.hasOwn(formats, name) ? formats[name] : undefined;
  return faults && { opaque: 'kubernetes.NamedFormat', format: name, faults };
}

function validate(format: OpaqueValue & { opaque: 'kubernetes.NamedFormat' }, text: string): OptionalValue {
  const faults = format.faults(text);
  return new OptionalValue(faults.length === 0 ? undefined : new ListValue(faults));
}

export const namedFormats: Library = {
  ...Object.fromEntries(
    Object.keys(formats).map((name) => [`format::${name}(): format`, () => formatOf(name) ?? null]),
  ),
  'format::named(string): optional<format>': (name) => new OptionalValue(formatOf(asText(name))),
  'format.validate(string): optional<list<string>>': (format, text) =>
    validate(asOpaque('kubernetes.NamedFormat', format), asText(text)),
};
