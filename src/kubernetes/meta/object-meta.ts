import { child, type FieldPath } from '../field-path.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { list, map, text, whole } from './fields.ts';
import { checkFinalizers } from './finalizers.ts';
import { checkAnnotations, checkLabels } from './labels.ts';
import { checkManagedFields } from './managed-fields.ts';
import type { NameRule } from './name-rule.ts';
import { checkName, dns1123Label, pathSegmentName } from './names.ts';
import { checkOwnerReferences } from './owner-references.ts';
import { quoted } from './quoted.ts';

// https://github.com/kubernetes/apimachinery/blob/v0.34.3/pkg/api/validation/objectmeta.go

/** What differs between kinds in their metadata. */
export interface ObjectMetaOptions {
  readonly name: NameRule;
  readonly namespaced: boolean;
  /** The API server sets `generation` of new objects itself, whatever they say. */
  readonly resetsGeneration?: boolean;
  /** The kinds of admission, of extensions and of aggregation do not ask finalizers for a domain. */
  readonly anyFinalizer?: boolean;
}

const metadataPath: FieldPath = child(undefined, 'metadata');
const namePath = child(metadataPath, 'name');
const generateNamePath = child(metadataPath, 'generateName');
const namespacePath = child(metadataPath, 'namespace');
const generationPath = child(metadataPath, 'generation');
const labelsPath = child(metadataPath, 'labels');
const annotationsPath = child(metadataPath, 'annotations');
const ownersPath = child(metadataPath, 'ownerReferences');
const finalizersPath = child(metadataPath, 'finalizers');
const managedFieldsPath = child(metadataPath, 'managedFields');

/** Checks `metadata` of an object that is to be created. */
export function checkObjectMeta(object: JsonObject, options: ObjectMetaOptions, context: RuleContext): void {
  const metadata = map(object, 'metadata');
  checkNames(metadata, options.name, context);
  if (!metadata) return;
  const { problems } = context;
  const namespace = text(metadata, 'namespace');
  // The namespace of an object of the cluster is dropped, an absent one is that of the request.
  if (options.namespaced && namespace !== '') checkName(namespace, dns1123Label, namespacePath, problems);
  const generation = options.resetsGeneration ? undefined : whole(metadata, 'generation');
  if (generation !== undefined && generation < 0) {
    problems.value('manifest/invalid-value', generationPath, 'metadata.generation must not be negative');
  }
  checkLabels(metadata['labels'], labelsPath, problems);
  checkAnnotations(metadata['annotations'], annotationsPath, problems);
  const owners = list(metadata, 'ownerReferences');
  if (owners.length > 0) checkOwnerReferences(owners, ownersPath, problems);
  const finalizers = list(metadata, 'finalizers');
  if (finalizers.length > 0)
    checkFinalizers(finalizers, finalizersPath, problems, options.anyFinalizer !== true);
  const entries = list(metadata, 'managedFields');
  if (entries.length > 0) checkManagedFields(entries, managedFieldsPath, problems);
}

// The API server cuts the prefix and adds five letters or digits.
const longestPrefix = 58;

function checkNames(metadata: JsonObject | undefined, rule: NameRule, { problems }: RuleContext): void {
  const name = text(metadata, 'name');
  const prefix = text(metadata, 'generateName');
  if (name !== '') {
    const fits = rule.test(name) && pathSegmentName.test(name);
    if (!fits)
      problems.value('manifest/name', namePath, `metadata.name must be ${rule.words}, not ${quoted(name)}`);
  } else if (prefix === '') {
    problems.value('manifest/missing-value', namePath, 'metadata.name or metadata.generateName must be set');
  }
  if (prefix === '') return;
  const generated = name !== '' || rule.test(generatedName(prefix));
  if (generated && (rule.testPrefix ?? testMasked(rule))(prefix)) return;
  const message = `metadata.generateName must be the start of ${rule.words}, not ${quoted(prefix)}`;
  problems.value('manifest/name', generateNamePath, message);
}

/** The name that the object gets: one like it, where the API server makes it. Empty when there is none. */
export function nameOf(object: JsonObject): string {
  const metadata = map(object, 'metadata');
  const name = text(metadata, 'name');
  if (name !== '') return name;
  const prefix = text(metadata, 'generateName');
  return prefix === '' ? '' : generatedName(prefix);
}

function generatedName(prefix: string): string {
  return `${prefix.slice(0, longestPrefix)}b2c4d`;
}

/** A dash at the end is fine where more follows. Go drops the character before it too. */
function testMasked(rule: NameRule): (prefix: string) => boolean {
  return (prefix) =>
    rule.test(prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix);
}
