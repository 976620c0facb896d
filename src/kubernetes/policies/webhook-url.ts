import { isStrictIp } from '../meta/address.ts';
import { quoted } from '../meta/quoted.ts';

// https://github.com/golang/go/blob/go1.24.11/src/net/url/url.go
// biome-ignore lint/suspicious/noControlCharactersInRegex: Go refuses those.
const control = /[\u0000-\u001f\u007f]/;
const brokenEscape = /%(?![0-9a-fA-F]{2})/;
// In a host only bytes that are not ASCII may be escaped, and the percent sign.
const wrongHostEscape = /%(?!25|[89a-fA-F][0-9a-fA-F])/;
const wrongHostCharacter = /[^A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/;

/** What is wrong with the URL of a webhook, as words that follow the field; undefined when all is well. */
export function webhookUrlFault(url: string): string | undefined {
  const hash = url.indexOf('#');
  const plain = hash < 0 ? url : url.slice(0, hash);
  if (control.test(plain)) return 'must not contain control characters';
  if (!/^https:/i.test(plain)) return `must start with https://, not be ${quoted(url)}`;
  if (hash >= 0 && hash < url.length - 1) return 'must not have a fragment behind "#"';
  const query = plain.indexOf('?');
  if (query >= 0 && query < plain.length - 1) return 'must not have query parameters';
  return restFault(plain.slice('https:'.length, query < 0 ? undefined : query));
}

function restFault(rest: string): string | undefined {
  if (!rest.startsWith('//')) return 'must have a host';
  const slash = rest.indexOf('/', 2);
  const authority = rest.slice(2, slash < 0 ? undefined : slash);
  if (authority.includes('@')) return 'must not have a user';
  if (authority === '') return 'must have a host';
  if (!isHost(authority)) return `must have a host, and an optional port, not ${quoted(authority)}`;
  if (slash >= 0 && brokenEscape.test(rest.slice(slash)))
    return 'must have two hexadecimal digits behind each "%"';
  return undefined;
}

function isHost(authority: string): boolean {
  if (wrongHostCharacter.test(authority) || wrongHostEscape.test(authority)) return false;
  if (!authority.includes('[')) return !authority.includes(':') || /:[0-9]*$/.test(authority);
  const literal = /^\[([^\]]*)\](?::[0-9]*)?$/.exec(authority)?.[1];
  if (literal === undefined) return false;
  const address = literal.split('%25', 1)[0] ?? '';
  return address.includes(':') && (isStrictIp(address) || address.toLowerCase().startsWith('::ffff:'));
}
