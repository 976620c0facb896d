import { type FieldPath, formatPath } from '../field-path.ts';
import type { ManifestCheckId, Problems } from '../problem.ts';
import { isKeyText, isLabelText, isQualifiedText, isSubdomainText, startsWithLetter } from './characters.ts';
import type { NameRule } from './name-rule.ts';
import { quoted } from './quoted.ts';

// The rules are those of k8s.io/apimachinery v0.34.3:
// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/util/validation/validation.go

const longestLabel = 63;
const longestSubdomain = 253;

/** Names of namespaces, containers, volumes and service ports. */
export const dns1123Label: NameRule = {
  test: (name) => name.length <= longestLabel && isLabelText(name),
  words: `a DNS label: at most ${longestLabel} lower case letters, digits and "-", with a letter or digit at both ends`,
};

/** Names of most objects. */
export const dns1123Subdomain: NameRule = {
  test: (name) => name.length <= longestSubdomain && isSubdomainText(name),
  words: `a DNS subdomain: at most ${longestSubdomain} lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part`,
};

/** Names of services up to 1.35, of versions of APIs, and of plurals in definitions. */
export const dns1035Label: NameRule = {
  test: (name) => dns1123Label.test(name) && startsWithLetter(name),
  words: `a DNS label that starts with a letter: at most ${longestLabel} lower case letters, digits and "-", with a letter or digit at the end`,
};

/** Names of services; from 1.36 they may start with a digit (gate RelaxedServiceNameValidation). */
export function serviceName(minor: number): NameRule {
  return minor >= 36 ? dns1123Label : dns1035Label;
}

/** Keys of labels, names of finalizers and resources. */
export const qualifiedName: NameRule = {
  test: isQualifiedName,
  words: `a qualified name: at most ${longestLabel} letters, digits, "-", "_" and ".", with a letter or digit at both ends, behind an optional DNS subdomain and "/"`,
};

function isQualifiedName(name: string): boolean {
  const slash = name.indexOf('/');
  const last = slash < 0 ? name : name.slice(slash + 1);
  if (last.length > longestLabel || !isQualifiedText(last)) return false;
  return slash < 0 || dns1123Subdomain.test(name.slice(0, slash));
}

/** Values of labels. */
export const labelValue: NameRule = {
  test: (value) => value === '' || (value.length <= longestLabel && isQualifiedText(value)),
  words: `empty or at most ${longestLabel} letters, digits, "-", "_" and ".", with a letter or digit at both ends`,
};

/** Keys of ConfigMaps and Secrets. */
export const configMapKey: NameRule = {
  test: (key) => key.length <= longestSubdomain && isKeyText(key) && isNoParentFolder(key),
  words: `a key: at most ${longestSubdomain} letters, digits, "-", "_" and ".", and not ".", ".." or anything behind ".."`,
};

function isNoParentFolder(name: string): boolean {
  return name !== '.' && !name.startsWith('..');
}

/** Names of ports of containers and of probes (RFC 6335, lower case). */
export const ianaPortName: NameRule = {
  test: (name) => name.length <= 15 && isLabelText(name) && /[a-z]/.test(name) && !name.includes('--'),
  words:
    'a port name: at most 15 lower case letters, digits and "-", with at least one letter, and "-" neither doubled nor at an end',
};

/** Names of what only has to fit in a URL, such as roles: they may hold `:`. */
export const pathSegmentName: NameRule = {
  test: (name) => name !== '.' && name !== '..' && isPathSegment(name),
  testPrefix: isPathSegment,
  words: 'a path segment: not "." or "..", without "/" and "%"',
};

function isPathSegment(name: string): boolean {
  return !name.includes('/') && !name.includes('%');
}

/** Adds a problem when `name` is not what `rule` allows. */
export function checkName(
  name: string,
  rule: NameRule,
  path: FieldPath | undefined,
  problems: Problems,
  check: ManifestCheckId = 'manifest/name',
): void {
  if (rule.test(name)) return;
  problems.value(check, path, `${formatPath(path)} must be ${rule.words}, not ${quoted(name)}`);
}
