/**
 * Where a value stands in its document. A list that is linked from its end, because validation makes a path for
 * every value that it visits and reads hardly any. `undefined` is the document's root.
 */
export interface FieldPath {
  readonly parent: FieldPath | undefined;
  readonly key: string | number;
}

/** The path one step below `parent`. */
export function child(parent: FieldPath | undefined, key: string | number): FieldPath {
  return { parent, key };
}

/** Keys and indices from the root. */
export function stepsOf(path: FieldPath | undefined): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let at = path; at; at = at.parent) steps.push(at.key);
  return steps.reverse();
}

/** As the API server writes it: `spec.containers[0].name`, `metadata.labels[app.kubernetes.io/name]`. */
export function formatPath(path: FieldPath | undefined): string {
  let text = '';
  for (const step of stepsOf(path)) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${step}]`;
  }
  return text;
}
