import { child, type FieldPath } from '../field-path.ts';
import { map, text, whole } from '../meta/fields.ts';
import { eachItem, eachText } from '../meta/items.ts';
import { checkName, dns1123Subdomain, qualifiedName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportDuplicate, reportInvalid, reportMissing } from '../meta/report.ts';
import { checkCsiDriver } from '../pods/csi.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/storage/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false };
const specPath = child(undefined, 'spec');
const longestNodeId = 256;

/** Checks a CSINode. */
export function checkCsiNode(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const names = new Set<string>();
  eachItem(map(object, 'spec'), 'drivers', specPath, (driver, path) => {
    const name = text(driver, 'name');
    checkCsiDriver(name, child(path, 'name'), problems);
    if (names.has(name)) reportDuplicate(problems, child(path, 'name'), name);
    names.add(name);
    checkDriver(driver, path, problems);
  });
}

function checkDriver(driver: JsonObject, path: FieldPath, problems: Problems): void {
  const id = text(driver, 'nodeID');
  const idPath = child(path, 'nodeID');
  if (id === '') reportMissing(problems, idPath);
  if (Buffer.byteLength(id) > longestNodeId) {
    reportInvalid(problems, idPath, `must be at most ${longestNodeId} bytes long`);
  }
  const count = whole(map(driver, 'allocatable'), 'count');
  if (count !== undefined && count < 0) {
    reportInvalid(
      problems,
      child(child(path, 'allocatable'), 'count'),
      `must not be negative, but is ${count}`,
    );
  }
  const keys = new Set<string>();
  eachText(driver, 'topologyKeys', path, (key, at) => {
    if (key === '') reportMissing(problems, at);
    else checkName(key, qualifiedName, at, problems, 'manifest/label');
    if (keys.has(key)) reportDuplicate(problems, at, key);
    keys.add(key);
  });
}
