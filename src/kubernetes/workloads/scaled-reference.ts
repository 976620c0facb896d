import { child, type FieldPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { pathSegmentName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, requireName } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// The first version that looks at `apiVersion`.
const minorOfVersion = 34;

/** A reference to an object of any group; in the core group only where `coreAllowed`. */
export function checkScaledReference(
  reference: JsonObject,
  coreAllowed: boolean,
  path: FieldPath,
  { minor, problems }: RuleContext,
): void {
  requireName(problems, reference, path, 'kind', pathSegmentName);
  requireName(problems, reference, path, 'name', pathSegmentName);
  if (minor < minorOfVersion) return;
  const version = text(reference, 'apiVersion');
  const group = groupOf(version);
  if (group === undefined || (group === '' && !coreAllowed)) {
    const words = `must be a group and a version, such as apps/v1, not ${quoted(version)}`;
    reportInvalid(problems, child(path, 'apiVersion'), words);
  }
}

/** As `schema.ParseGroupVersion` of k8s.io/apimachinery reads it; undefined where that fails. */
function groupOf(apiVersion: string): string | undefined {
  if (apiVersion === '/') return '';
  const parts = apiVersion.split('/', 3);
  if (parts.length > 2) return undefined;
  return parts.length === 2 ? parts[0] : '';
}
