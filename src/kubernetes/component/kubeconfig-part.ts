import { child, type FieldPath, formatPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** A mapping of a kubeconfig, where it stands, and where problems go. */
export interface KubeconfigPart {
  readonly object: JsonObject;
  readonly path: FieldPath | undefined;
  readonly problems: Problems;
  /** False for what the current context does not use. */
  readonly isUsed: boolean;
}

/** Something that clients refuse; `words` follow the path. */
export function refuseKubeconfig(part: KubeconfigPart, key: string, words: string, fix?: string): void {
  const path = child(part.path, key);
  part.problems.add({
    check: 'component/invalid-kubeconfig',
    path,
    at: 'value',
    message: `${formatPath(path)} ${words}`,
    ...(fix !== undefined && { fix }),
    ...(!part.isUsed && { severity: 'warning' as const }),
  });
}

/** Of a file and its content only one may be given. */
export function refuseBoth(part: KubeconfigPart, file: string): void {
  if (text(part.object, file) !== '' && text(part.object, `${file}-data`) !== '')
    refuseKubeconfig(part, `${file}-data`, `cannot be set beside ${file}`);
}

/**
 * Content that must be PEM in base64. A template or a variable is not judged.
 *
 * @param labels what may stand behind `BEGIN`
 */
export function checkPem(part: KubeconfigPart, key: string, labels: RegExp, what: string): void {
  const data = text(part.object, key);
  if (data === '' || /\$|\{\{/.test(data)) return;
  const pem = Buffer.from(data, 'base64').toString('latin1');
  const label = /-----BEGIN ([A-Z ]{1,40})-----/.exec(pem)?.[1];
  if (label === undefined) refuseKubeconfig(part, key, `must be ${what} in PEM, and that in base64`);
  else if (!labels.test(label)) refuseKubeconfig(part, key, `must be ${what}, and holds a ${label}`);
  else if (!pem.includes(`-----END ${label}-----`))
    refuseKubeconfig(part, key, `must be ${what}, and breaks off before its end`);
}
