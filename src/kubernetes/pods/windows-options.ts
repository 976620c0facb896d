import { child, type FieldPath } from '../field-path.ts';
import { map, pointedText } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

const longestCredentialSpec = 64 * 1024;
const longestDomain = 255;
const longestUser = 104;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const controlCharacter = /[\u0000-\u001f\u007f]/;
const netBiosDomain = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const dnsPart = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/;
const dotsAndBlanks = /^[. ]+$/;
const forbiddenInUser = /["/\\:;|=,+*?<>@[\]]/;

/** `windowsOptions` of a pod or a container. */
export function checkWindowsOptions(owner: JsonObject, path: FieldPath, problems: Problems): void {
  const options = map(owner, 'windowsOptions');
  if (!options) return;
  const at = child(path, 'windowsOptions');
  const specName = pointedText(options, 'gmsaCredentialSpecName');
  if (specName !== undefined) {
    checkName(specName, dns1123Subdomain, child(at, 'gmsaCredentialSpecName'), problems);
  }
  const spec = pointedText(options, 'gmsaCredentialSpec');
  if (spec !== undefined && (spec === '' || Buffer.byteLength(spec) > longestCredentialSpec)) {
    const words = `must not be empty, nor over ${longestCredentialSpec} bytes`;
    reportInvalid(problems, child(at, 'gmsaCredentialSpec'), words);
  }
  const user = pointedText(options, 'runAsUserName');
  const wrong = user === undefined ? undefined : wrongUserName(user);
  if (wrong) reportInvalid(problems, child(at, 'runAsUserName'), wrong);
}

/** What is wrong with `DOMAIN\user` or `user`. */
function wrongUserName(name: string): string | undefined {
  if (name === '') return 'must not be empty';
  if (controlCharacter.test(name)) return 'must not have control characters';
  const parts = name.split('\\');
  if (parts.length > 2) return 'must have one backslash at most';
  const [domain, user] = parts.length === 2 ? parts : [undefined, parts[0]];
  return (domain === undefined ? undefined : wrongDomain(domain)) ?? wrongUser(user ?? '');
}

function wrongDomain(domain: string): string | undefined {
  if (Buffer.byteLength(domain) > longestDomain) {
    return `must have a domain of at most ${longestDomain} characters`;
  }
  if (netBiosDomain.test(domain) || domain.split('.').every((part) => dnsPart.test(part))) return undefined;
  return 'must have a domain in the form of NetBIOS or of DNS';
}

function wrongUser(user: string): string | undefined {
  if (user === '') return 'must have a user';
  if (Buffer.byteLength(user) > longestUser) return `must have a user of at most ${longestUser} characters`;
  if (dotsAndBlanks.test(user)) return 'must have a user of more than dots and blanks';
  return forbiddenInUser.test(user) ? 'must have a user without any of "/\\:;|=,+*?<>@[]' : undefined;
}
