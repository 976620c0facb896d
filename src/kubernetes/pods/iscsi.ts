import { child, type FieldPath } from '../field-path.ts';
import { flag, map, pointedText, text } from '../meta/fields.ts';
import { checkRange, reportInvalid, reportMissing, requireText } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const mostLun = 255;

// RFC 3720, section 3.2.6, as the API server reads it: the dot behind eui and naa may be anything.
const eui = /^eui.[0-9A-Za-z]{16}$/u;
const naa = /^naa.[0-9A-Za-z]{32}$/u;
const datedDomain = /iqn\.\d{4}-\d{2}\../;
const domainCharacter = /[0-9A-Za-z.-]/;
const forbiddenCharacters = /[,;*&$|\t\n\f\r ]/g;

/** `iscsi` of a pod's volume. */
export function checkIscsi(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'targetPortal');
  const target = text(source, 'iqn');
  if (target === '') reportMissing(problems, child(path, 'iqn'));
  else checkIscsiName(target, child(path, 'iqn'), problems);
  checkRange(problems, source, path, 'lun', 0, mostLun);
  if ((flag(source, 'chapAuthDiscovery') || flag(source, 'chapAuthSession')) && !map(source, 'secretRef')) {
    reportMissing(problems, child(path, 'secretRef'), 'for CHAP');
  }
  const initiator = pointedText(source, 'initiatorName');
  if (initiator !== undefined) checkIscsiName(initiator, child(path, 'initiatorName'), problems);
}

/** The name of a target or an initiator. */
function checkIscsiName(name: string, path: FieldPath, problems: Problems): void {
  if (isIscsiName(name)) return;
  reportInvalid(problems, path, 'must be a name such as iqn.2024-01.com.example:disk, or one of eui or naa');
}

function isIscsiName(name: string): boolean {
  if (name.startsWith('eui')) return eui.test(name);
  if (name.startsWith('naa')) return naa.test(name);
  return name.startsWith('iqn') && hasIqn(name);
}

/**
 * `iqn.2024-01.com.example:disk`: a date and a domain, a colon, and anything without the forbidden characters. The
 * API server's pattern is not bound to the start, so that any colon may be the one, whatever stands before.
 */
function hasIqn(name: string): boolean {
  let from = 0;
  for (const { index } of name.matchAll(forbiddenCharacters)) from = index + 1;
  for (let colon = name.indexOf(':', from); colon >= 0; colon = name.indexOf(':', colon + 1)) {
    let start = colon;
    while (start > 0 && domainCharacter.test(name[start - 1] ?? '')) start -= 1;
    if (colon + 1 < name.length && datedDomain.test(name.slice(start, colon))) return true;
  }
  return false;
}
