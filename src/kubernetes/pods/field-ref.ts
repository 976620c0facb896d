import { child, type FieldPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** What `fieldRef` of an environment variable may name. */
export const environmentFields: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** What `fieldRef` of a file in a volume may name. */
export const volumeFields: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
];

/** A field of the pod itself, given to its containers. */
export function checkFieldRef(
  reference: JsonObject,
  path: FieldPath,
  fields: readonly string[],
  problems: Problems,
): void {
  const field = text(reference, 'fieldPath');
  const version = text(reference, 'apiVersion');
  if (field === '') {
    reportMissing(problems, child(path, 'fieldPath'));
  } else if (version !== '' && version !== 'v1') {
    reportInvalid(problems, child(path, 'apiVersion'), `must be v1, not ${quoted(version)}`);
  } else {
    checkField(field, child(path, 'fieldPath'), fields, problems);
  }
}

function checkField(field: string, path: FieldPath, fields: readonly string[], problems: Problems): void {
  // metadata.labels['app']: a field and a key in it.
  const open = field.endsWith("']") ? field.indexOf("['") : -1;
  if (open <= 0 || open > field.length - 4) {
    // Old clients write spec.host, and the API server still reads it.
    if (fields.includes(field === 'spec.host' ? 'spec.nodeName' : field)) return;
    reportUnsupported(problems, path, field, fields);
    return;
  }
  const map = field.slice(0, open);
  const key = field.slice(open + 2, -2);
  if (map === 'metadata.labels') checkName(key, qualifiedName, path, problems, 'manifest/label');
  else if (map === 'metadata.annotations') {
    checkName(key.toLowerCase(), qualifiedName, path, problems, 'manifest/label');
  } else {
    reportInvalid(
      problems,
      path,
      'may have a key in brackets for metadata.labels and metadata.annotations only',
    );
  }
}
