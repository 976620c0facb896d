import path from 'node:path';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../kubernetes/value.ts';
import { readDocuments } from '../../kubernetes/yaml/read-documents.ts';
import { readText } from '../workspace/read-text.ts';
import type { Workspace } from '../workspace.ts';

const patchReason = 'patch for kustomize; check what it builds';
const expectationReason = 'what a test expects, a part of an object; not for a cluster';

// https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
const kustomization = /(?:^|\/)kustomization\.ya?ml$/;
// https://kyverno.github.io/chainsaw/latest/quick-start/first-test/
const chainsawTest = /(?:^|\/)chainsaw-test\.ya?ml$/;
// https://kuttl.dev/docs/kuttl-test-harness.html#create-a-test-assert; Chainsaw's migration keeps the number and the word.
const numberedExpectation = /(?:^|[/-])\d+-(?:assert|errors?)(?:-\d+)*\.ya?ml$/;

/**
 * Tells the files that hold parts of objects, which no cluster gets as they stand, and why: patches that a
 * kustomization of `files` names, or that lie beside one and are called so, and expectations of kuttl and Chainsaw.
 */
export function manifestParts(
  workspace: Workspace,
  files: readonly string[],
): (file: string) => string | undefined {
  const patches = new Set<string>();
  const expectations = new Set<string>();
  const kustomized = new Set<string>();
  for (const file of files) {
    const isKustomization = kustomization.test(file);
    if (isKustomization) kustomized.add(path.posix.dirname(file));
    if (!isKustomization && !chainsawTest.test(file)) continue;
    const named = isKustomization ? patchesOf : expectationsOf;
    const into = isKustomization ? patches : expectations;
    for (const document of documentsOf(workspace, file)) {
      for (const name of named(document)) into.add(path.posix.join(path.posix.dirname(file), name));
    }
  }
  return (file) => {
    if (patches.has(file) || isBesideKustomization(file, kustomized)) return patchReason;
    return expectations.has(file) || numberedExpectation.test(file) ? expectationReason : undefined;
  };
}

/** A patch that is not in use, or whose line in the kustomization is a comment, as kubebuilder writes them. */
function isBesideKustomization(file: string, kustomized: ReadonlySet<string>): boolean {
  const folder = path.posix.dirname(file);
  if (path.posix.basename(folder) === 'patches') return kustomized.has(path.posix.dirname(folder));
  return /[-_.]patch\.ya?ml$/.test(file) && kustomized.has(folder);
}

/** None when it is nested deeper than this thread's stack allows: its own check, in a worker, has the word. */
function documentsOf(workspace: Workspace, file: string): JsonObject[] {
  try {
    return readDocuments(readText(workspace, file) ?? '').flatMap(({ value }) =>
      isObject(value) ? [value] : [],
    );
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function patchesOf({ patches, patchesJson6902, patchesStrategicMerge }: JsonObject): string[] {
  const items = [patches, patchesJson6902, patchesStrategicMerge].flatMap(itemsOf);
  return items.flatMap((item) => {
    const name = isObject(item) ? item['path'] : item;
    // A patch may also be written out there.
    return typeof name === 'string' && !name.includes('\n') ? [name] : [];
  });
}

function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isArray(value) ? value : [];
}

const expecting: ReadonlySet<string> = new Set(['assert', 'error', 'patch']);

/** The files of a Chainsaw test's operations that take a part of an object, wherever they stand. */
function expectationsOf(test: JsonValue): string[] {
  if (isArray(test)) return test.flatMap(expectationsOf);
  if (!isObject(test)) return [];
  return Object.entries(test).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const file = expecting.has(key) && isObject(value) ? value['file'] : undefined;
    return typeof file === 'string' ? [file] : expectationsOf(value);
  });
}
