import { child, type FieldPath } from '../field-path.ts';
import { itemOf, list, pointedText, text } from '../meta/fields.ts';
import { checkName, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import {
  reportDuplicate,
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportNotFound,
} from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { mirrorAnnotation } from './annotation-keys.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';

/** Claims of devices that a pod brings. */
export function checkPodClaims(scope: PodScope): void {
  const claims = list(scope.spec, 'resourceClaims');
  if (claims.length === 0 || !hasFeature(scope, 'DynamicResourceAllocation')) return;
  const path = child(scope.path, 'resourceClaims');
  if (scope.isPod && Object.hasOwn(scope.annotations, mirrorAnnotation)) {
    reportForbidden(scope.problems, path, 'must not be set in a static pod');
    return;
  }
  const names = new Set<string>();
  for (let index = 0; index < claims.length; index += 1) {
    checkPodClaim(itemOf(claims[index]), child(path, index), names, scope);
  }
}

function checkPodClaim(claim: JsonObject, path: FieldPath, names: Set<string>, { problems }: PodScope): void {
  const name = text(claim, 'name');
  if (name === '') reportMissing(problems, child(path, 'name'));
  else if (names.has(name)) reportDuplicate(problems, child(path, 'name'), name);
  else checkName(name, dns1123Label, child(path, 'name'), problems);
  names.add(name);
  const claimName = pointedText(claim, 'resourceClaimName');
  const templateName = pointedText(claim, 'resourceClaimTemplateName');
  if ((claimName === undefined) === (templateName === undefined)) {
    reportInvalid(problems, path, 'must have one of resourceClaimName and resourceClaimTemplateName');
  }
  if (claimName !== undefined) {
    checkName(claimName, dns1123Subdomain, child(path, 'resourceClaimName'), problems);
  }
  if (templateName !== undefined) {
    checkName(templateName, dns1123Subdomain, child(path, 'resourceClaimTemplateName'), problems);
  }
}

/** Which of the pod's claims, or requests of them, a container uses: each once, whole or by request. */
export function checkContainerClaims(claims: JsonArray, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  const whole = new Set<string>();
  const requested = new Set<string>();
  for (let index = 0; index < claims.length; index += 1) {
    const claim = itemOf(claims[index]);
    const at = child(path, index);
    const name = text(claim, 'name');
    const request = text(claim, 'request');
    if (name === '') {
      reportMissing(problems, child(at, 'name'));
      continue;
    }
    if (request !== '') checkName(request, dns1123Label, child(at, 'request'), problems);
    const key = `${name}/${request}`;
    const used = request === '' ? requested.has(`${name}/`) : requested.has(key);
    if (used || whole.has(name)) reportDuplicate(problems, at, request === '' ? name : key);
    if (request === '') whole.add(name);
    else requested.add(`${name}/`).add(key);
    if (!scope.claims.has(name)) {
      reportNotFound(problems, child(at, 'name'), name, 'one of spec.resourceClaims', scope.claims);
    }
  }
}
