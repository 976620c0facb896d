import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray } from '../value.ts';
import { entryText } from './fields.ts';
import { checkName, qualifiedName } from './names.ts';
import { quoted } from './quoted.ts';

const withoutDomain = ['foregroundDeletion', 'kubernetes', 'orphan'];

/** Names of finalizers, and that the two about dependents are not both there. */
export function checkFinalizers(
  finalizers: JsonArray,
  path: FieldPath,
  problems: Problems,
  withDomain: boolean,
): void {
  finalizers.forEach((finalizer, index) => {
    checkFinalizer(entryText(finalizer), child(path, index), problems, withDomain);
  });
  if (!finalizers.includes('orphan') || !finalizers.includes('foregroundDeletion')) return;
  const message = `${formatPath(path)} must not hold both orphan and foregroundDeletion`;
  problems.value('manifest/invalid-value', path, message);
}

/** The name of one finalizer; those without a domain belong to Kubernetes, where `withDomain` is asked for. */
export function checkFinalizer(name: string, path: FieldPath, problems: Problems, withDomain: boolean): void {
  checkName(name, qualifiedName, path, problems);
  if (!withDomain || name.includes('/') || withoutDomain.includes(name)) return;
  const message = `${formatPath(path)} must have a domain, such as example.com/finalizer, not be ${quoted(name)}`;
  problems.value('manifest/invalid-value', path, message);
}
