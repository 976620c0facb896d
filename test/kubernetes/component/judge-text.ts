import { checkPodCommands } from '../../../src/kubernetes/component/pod-commands.ts';
import { componentRules } from '../../../src/kubernetes/component/rules.ts';
import { formatPath } from '../../../src/kubernetes/field-path.ts';
import { type ManifestProblem, Problems } from '../../../src/kubernetes/problem.ts';
import { checkSchema } from '../../../src/kubernetes/schema/check-schema.ts';
import { findKind } from '../../../src/kubernetes/tables.ts';
import { isObject } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

/** The problems of one YAML document by its schema and the rules of components. */
export function judgeText(text: string, minor: number): readonly ManifestProblem[] {
  const problems = new Problems();
  for (const { value } of readDocuments(text)) {
    if (!isObject(value)) throw new Error('a mapping expected');
    const key = `${value['apiVersion']}/${value['kind']}`;
    const found = findKind(String(value['apiVersion']), String(value['kind']), minor);
    if (found.state !== 'known') throw new Error(`${key} is ${found.state}`);
    if (!checkSchema(found.schema, value, problems)) continue;
    componentRules[key]?.(value, { minor, problems });
    checkPodCommands(String(value['kind']), value, { minor, problems });
  }
  return problems.list;
}

/** Each problem as `check path: message`. */
export function saidOf(text: string, minor = 34): string[] {
  return judgeText(text, minor).map(
    ({ check, path, message, fix }) =>
      `${check} ${formatPath(path)}: ${message}${fix === undefined ? '' : ` (${fix})`}`,
  );
}
