import { child } from '../field-path.ts';
import { flag, list, map, present, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import type { KindRule } from '../rule.ts';
import { isObject } from '../value.ts';
import { below, type ConfigPart, refuse } from './config-field.ts';

/**
 * What the API server does not start with. Expressions are not read.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/staging/src/k8s.io/apiserver/pkg/apis/apiserver/validation/validation.go
 */
export const checkAuthenticationConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  const issuers = new Set<string>();
  list(object, 'jwt').forEach((item, index) => {
    const authenticator = isObject(item) ? item : {};
    const here = below({ ...part, path: child(undefined, 'jwt') }, index, authenticator);
    checkIssuer(below(here, 'issuer', map(authenticator, 'issuer')), issuers);
    checkUsername(below(here, 'claimMappings', map(authenticator, 'claimMappings')));
  });
  const anonymous = below(part, 'anonymous', map(object, 'anonymous'));
  if (flag(anonymous.object, 'enabled') !== true && list(anonymous.object, 'conditions').length > 0)
    refuse(anonymous, 'conditions', 'needs enabled: true beside it');
};

function checkIssuer(part: ConfigPart, issuers: Set<string>): void {
  const { object } = part;
  const url = text(object, 'url');
  if (url === '') refuse(part, 'url', 'must be set');
  else if (!isPlainHttps(url))
    refuse(part, 'url', 'must be a URL of https without login, query and fragment');
  else if (issuers.has(url)) refuse(part, 'url', `repeats ${quoted(url)}`);
  issuers.add(url);
  const discovery = text(object, 'discoveryURL');
  if (discovery !== '' && discovery === url) refuse(part, 'discoveryURL', 'must be another one than url');
  else if (discovery !== '' && !isPlainHttps(discovery))
    refuse(part, 'discoveryURL', 'must be a URL of https without login, query and fragment');
  checkAudiences(part);
}

function isPlainHttps(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' && !/[?#]./.test(url);
}

function checkAudiences(part: ConfigPart): void {
  const audiences = list(part.object, 'audiences');
  const policy = text(part.object, 'audienceMatchPolicy');
  if (audiences.length === 0) refuse(part, 'audiences', 'must have an item');
  audiences.forEach((audience, index) => {
    const here: ConfigPart = { ...part, path: child(part.path, 'audiences') };
    if (audience === '') refuse(here, index, 'must not be empty');
    else if (audiences.indexOf(audience) < index) refuse(here, index, `repeats ${quoted(audience)}`);
  });
  if (policy !== 'MatchAny' && (audiences.length > 1 || policy !== ''))
    refuse(part, 'audienceMatchPolicy', 'must be MatchAny');
}

/** A name comes from a claim with a prefix, be it empty, or from an expression. */
function checkUsername(part: ConfigPart): void {
  const username = below(part, 'username', map(part.object, 'username'));
  const hasClaim = text(username.object, 'claim') !== '';
  const hasExpression = text(username.object, 'expression') !== '';
  if (!hasClaim && !hasExpression) refuse(username, 'claim', 'or expression must be set');
  if (hasClaim && hasExpression) refuse(username, 'expression', 'cannot be set beside claim');
  const hasPrefix = present(username.object['prefix']);
  if (hasClaim && !hasPrefix) refuse(username, 'prefix', 'must be set beside claim, to "" for none');
  if (!hasClaim && hasPrefix) refuse(username, 'prefix', 'needs claim beside it');
}
