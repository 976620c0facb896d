import type { NameRule } from './name-rule.ts';
import { dns1123Label, dns1123Subdomain } from './names.ts';

// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/util/validation/validation.go

// With the star.
const longestName = 253;

/** `*.` and a subdomain. */
export const wildcardDns1123Subdomain: NameRule = {
  test: (name) => name.length <= longestName && name.startsWith('*.') && dns1123Subdomain.test(name.slice(2)),
  words: 'a wildcard domain: "*." and a DNS subdomain in lower case',
};

/** A domain, `/` and a path, such as the names of signers and of Job controllers. */
export const domainPrefixedPath: NameRule = {
  test(name) {
    const slash = name.indexOf('/');
    return slash > 0 && dns1123Subdomain.test(name.slice(0, slash)) && isHttpPath(name.slice(slash + 1));
  },
  words: 'a path behind a domain, such as example.com/controller',
};

function isHttpPath(path: string): boolean {
  return /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path);
}

/** A domain of at least three parts. */
export const fullyQualifiedName: NameRule = {
  test: (name) => dns1123Subdomain.test(name) && name.split('.').length >= 3,
  words: 'a domain in lower case with at least three parts',
};

/** A domain of at least two parts, each a DNS label; a dot at the end is allowed. */
export const fullyQualifiedDomainName: NameRule = {
  test(name) {
    const domain = name.endsWith('.') ? name.slice(0, -1) : name;
    const labels = domain.split('.');
    return labels.length >= 2 && dns1123Subdomain.test(domain) && labels.every(dns1123Label.test);
  },
  words: 'a domain in lower case with at least two parts',
};
