import { Problems } from '../../../src/kubernetes/problem.ts';
import { isObject } from '../../../src/kubernetes/value.ts';
import { workloadRules } from '../../../src/kubernetes/workloads/rules.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

/** What the rules of a workload say of a manifest: `invalid-value: spec.replicas must not be negative, but is -1`. */
export function saidOf(manifest: string, minor = 34): string[] {
  const [document] = readDocuments(manifest);
  const object = document?.value;
  if (!isObject(object)) throw new Error(`no object: ${manifest}`);
  const rule = workloadRules[`${object['apiVersion']}/${object['kind']}`];
  if (!rule) throw new Error(`no rules for ${String(object['kind'])}`);
  const problems = new Problems();
  rule(object, { minor, problems });
  return problems.list.map(({ check, message }) => `${check.replace('manifest/', '')}: ${message}`);
}

/** Fields that only one line of a case sets: `[['', 'replicas: 2'], ...]` beside what each manifest has anyway. */
export type Cases = readonly (readonly [fields: string, ...said: string[]])[];

/** Lines of YAML, one level deeper for each two spaces of `indent`. */
export function indented(lines: string, indent: number): string {
  return lines.replace(/^(?=.)/gm, ' '.repeat(indent));
}
