import { child, type FieldPath } from '../field-path.ts';
import { map, present, text, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import {
  checkRange,
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportUnsupported,
} from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkMandatoryPriorityLevel } from './mandatory-flow-control.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/flowcontrol/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const types = ['Exempt', 'Limited'];
const responses = ['Queue', 'Reject'];
const preserveZero = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';
const mostQueues = 10_000_000;
/** Bits of the hash that deals queues to flows. */
const hashBits = 60;

/** Checks a PriorityLevelConfiguration. */
export function checkPriorityLevel(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const metadata = map(object, 'metadata');
  const annotations = map(metadata, 'annotations');
  if (annotations && Object.hasOwn(annotations, preserveZero)) {
    const path = child(child(child(undefined, 'metadata'), 'annotations'), preserveZero);
    reportForbidden(problems, path, 'must not be set: it is for v1beta3');
  }
  const spec = map(object, 'spec') ?? {};
  const name = text(metadata, 'name');
  checkSpec(spec, name, problems);
  checkMandatoryPriorityLevel(name, spec, specPath, problems);
}

function checkSpec(spec: JsonObject, name: string, problems: Problems): void {
  const type = text(spec, 'type');
  const at = child(specPath, 'type');
  if ((name === 'exempt') !== (type === 'Exempt')) {
    reportInvalid(problems, at, 'must be Exempt for the priority level named exempt, and only there');
  }
  const other = type === 'Exempt' ? 'limited' : 'exempt';
  if (!types.includes(type)) {
    reportUnsupported(problems, at, type, types);
    return;
  }
  if (present(spec[other]))
    reportForbidden(problems, child(specPath, other), `must not be set for type ${type}`);
  const exempt = map(spec, 'exempt');
  if (type === 'Exempt') {
    if (exempt) checkShares(exempt, child(specPath, 'exempt'), problems);
    return;
  }
  const limited = map(spec, 'limited');
  if (limited) checkLimited(limited, child(specPath, 'limited'), problems);
  else reportMissing(problems, child(specPath, 'limited'), 'for type Limited');
}

function checkShares(level: JsonObject, path: FieldPath, problems: Problems): void {
  checkNotNegative(level, 'nominalConcurrencyShares', path, problems);
  checkRange(problems, level, path, 'lendablePercent', 0, 100);
}

function checkNotNegative(object: JsonObject, key: string, path: FieldPath, problems: Problems): void {
  const value = whole(object, key);
  if (value !== undefined && value < 0) {
    reportInvalid(problems, child(path, key), `must not be negative, but is ${value}`);
  }
}

function checkLimited(limited: JsonObject, path: FieldPath, problems: Problems): void {
  checkShares(limited, path, problems);
  checkNotNegative(limited, 'borrowingLimitPercent', path, problems);
  const response = map(limited, 'limitResponse');
  const at = child(path, 'limitResponse');
  const type = text(response, 'type');
  const queuing = map(response, 'queuing');
  if (!responses.includes(type)) reportUnsupported(problems, child(at, 'type'), type, responses);
  else if (type === 'Reject') {
    if (queuing) reportForbidden(problems, child(at, 'queuing'), 'must not be set for type Reject');
  } else if (queuing) checkQueuing(queuing, child(at, 'queuing'), problems);
  else reportMissing(problems, child(at, 'queuing'), 'for type Queue');
}

function checkQueuing(queuing: JsonObject, path: FieldPath, problems: Problems): void {
  // Zero stands for the default.
  const length = whole(queuing, 'queueLengthLimit') || 50;
  const queues = whole(queuing, 'queues') || 64;
  const hand = whole(queuing, 'handSize') || 8;
  const handPath = child(path, 'handSize');
  if (length < 0) reportInvalid(problems, child(path, 'queueLengthLimit'), `must be positive, not ${length}`);
  if (queues < 0 || queues > mostQueues) {
    reportInvalid(problems, child(path, 'queues'), `must be between 1 and ${mostQueues}, not ${queues}`);
  }
  if (hand < 0) reportInvalid(problems, handPath, `must be positive, not ${hand}`);
  else if (hand > queues)
    reportInvalid(problems, handPath, `must be at most ${queues}, the number of queues`);
  else if (Math.ceil(Math.log2(queues) * hand) > hashBits) {
    reportInvalid(
      problems,
      handPath,
      `must be smaller: ${hand} of ${queues} queues need more than ${hashBits} bits`,
    );
  }
}
