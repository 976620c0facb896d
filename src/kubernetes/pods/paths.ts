import type { FieldPath } from '../field-path.ts';
import { reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';

/** Whether an element of the path is `..`. */
export function hasBackstep(path: string): boolean {
  return path.includes('..') && path.split('/').includes('..');
}

/** No element may be `..`. */
export function checkNoBackstep(problems: Problems, at: FieldPath, path: string): void {
  if (hasBackstep(path)) reportInvalid(problems, at, "must not contain '..'");
}

/** Must stay below the directory that it is relative to. */
export function checkDescendingPath(problems: Problems, at: FieldPath, path: string): void {
  if (path.startsWith('/')) reportInvalid(problems, at, 'must be a relative path');
  checkNoBackstep(problems, at, path);
}

/** A file name that the kubelet writes: names that start with `..` are its own. */
export function checkVolumeFilePath(problems: Problems, at: FieldPath, path: string): void {
  checkDescendingPath(problems, at, path);
  if (path.startsWith('..') && !hasBackstep(path)) reportInvalid(problems, at, "must not start with '..'");
}
