import { child, type FieldPath } from '../field-path.ts';
import { parseRequestUri } from '../golang/request-uri.ts';
import { list, map, text } from '../meta/fields.ts';
import { dns1035Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import type { RuleContext } from '../rule.ts';
import { isObject, type JsonObject } from '../value.ts';
import { checkConversion } from './conversion.ts';
import { DefinitionReport } from './definition-report.ts';
import { checkVersion } from './definition-version.ts';
import type { Gap } from './gap.ts';

// https://github.com/kubernetes/apiextensions-apiserver/blob/v0.34.3/pkg/apis/apiextensions/validation/validation.go

const specPath = child(undefined, 'spec');

/** Checks a CustomResourceDefinition that is to be created, and gives what could not be checked. */
export function checkDefinition(object: JsonObject, context: RuleContext): readonly Gap[] {
  const report = new DefinitionReport(context.problems);
  const gaps: Gap[] = [];
  const spec = map(object, 'spec') ?? {};
  checkObjectMeta(object, meta, context);
  checkOwnName(object, spec, report);
  checkGroup(object, spec, report);
  checkScope(spec, report);
  checkNames(spec, report);
  checkVersions(spec, report, gaps, context);
  if (spec['preserveUnknownFields'] === true) {
    const instead = 'set x-kubernetes-preserve-unknown-fields in the schema instead';
    report.say(child(specPath, 'preserveUnknownFields'), `must not be true: ${instead}`);
  }
  checkConversion(map(spec, 'conversion'), child(specPath, 'conversion'), report);
  return gaps;
}

const metadataPath = child(undefined, 'metadata');
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false, anyFinalizer: true };

function checkOwnName(object: JsonObject, spec: JsonObject, report: DefinitionReport): void {
  const metadata = map(object, 'metadata');
  const wanted = `${text(map(spec, 'names'), 'plural')}.${text(spec, 'group')}`;
  const rule = 'must be spec.names.plural, a dot and spec.group';
  const name = text(metadata, 'name');
  if (name !== wanted)
    report.say(child(metadataPath, 'name'), `${rule}: ${quoted(wanted)}, not ${quoted(name)}`);
  const prefix = text(metadata, 'generateName');
  if (prefix === '' || prefix === wanted) return;
  // What is generated never is that name, and the API server looks at the prefix even where it is not used.
  report.say(child(metadataPath, 'generateName'), `must not be set, because the name ${rule}`);
}

const approval = 'api-approved.kubernetes.io';

function checkGroup(object: JsonObject, spec: JsonObject, report: DefinitionReport): void {
  if (!report.require(spec, 'group', specPath)) return;
  const group = text(spec, 'group');
  report.checkName(spec, 'group', dns1123Subdomain, specPath);
  if (dns1123Subdomain.test(group) && !group.includes('.')) {
    report.say(child(specPath, 'group'), `must be a domain with at least one dot, not ${quoted(group)}`);
  }
  // https://github.com/kubernetes/enhancements/pull/1111
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
  const value = text(map(map(object, 'metadata'), 'annotations'), approval);
  const url = parseRequestUri(value);
  if (value.startsWith('unapproved') || (url && url.host !== '' && url.scheme !== '')) return;
  const path = child(child(child(undefined, 'metadata'), 'annotations'), approval);
  report.say(
    path,
    `must be the URL of the approval, or a reason that starts with "unapproved", for the group ${group}`,
  );
}

function checkScope(spec: JsonObject, report: DefinitionReport): void {
  if (!report.require(spec, 'scope', specPath)) return;
  const { scope } = spec;
  if (scope !== 'Cluster' && scope !== 'Namespaced') {
    report.say(child(specPath, 'scope'), `must be Cluster or Namespaced, not ${quoted(scope)}`);
  }
}

const mixedCase = {
  test: (name: string) => dns1035Label.test(name.toLowerCase()),
  words: 'letters, digits and "-", with a letter first and no "-" at the end',
};

function checkNames(spec: JsonObject, report: DefinitionReport): void {
  const names = map(spec, 'names') ?? {};
  const path = child(specPath, 'names');
  report.require(names, 'plural', path);
  report.require(names, 'kind', path);
  for (const key of ['plural', 'singular']) report.checkName(names, key, dns1035Label, path);
  for (const key of ['kind', 'listKind']) report.checkName(names, key, mixedCase, path);
  // What is not written gets a default: the kind in lower case.
  const kind = text(names, 'kind');
  if (kind !== '' && kind === text(names, 'listKind'))
    report.say(child(path, 'listKind'), 'must not be the same as kind');
  for (const key of ['shortNames', 'categories']) checkLabels(names, key, path, report);
}

function checkLabels(names: JsonObject, key: string, parent: FieldPath, report: DefinitionReport): void {
  for (const [index, name] of list(names, key).entries()) {
    if (typeof name === 'string' && dns1035Label.test(name)) continue;
    report.say(child(child(parent, key), index), `must be ${dns1035Label.words}, not ${quoted(name)}`);
  }
}

function checkVersions(spec: JsonObject, report: DefinitionReport, gaps: Gap[], context: RuleContext): void {
  const versions = list(spec, 'versions');
  const path = child(specPath, 'versions');
  const seen = new Set<string>();
  let stored = 0;
  for (const [index, version] of versions.entries()) {
    if (!isObject(version)) continue;
    const at = child(path, index);
    const name = text(version, 'name');
    if (seen.has(name))
      report.say(child(at, 'name'), `must not repeat ${quoted(name)}: names of versions are unique`);
    seen.add(name);
    if (!dns1035Label.test(name))
      report.say(child(at, 'name'), `must be ${dns1035Label.words}, not ${quoted(name)}`);
    if (version['storage'] === true) stored += 1;
    gaps.push(...checkVersion(version, at, report, context));
  }
  if (stored !== 1) report.say(path, `must have exactly one version with storage: true, not ${stored}`);
}
