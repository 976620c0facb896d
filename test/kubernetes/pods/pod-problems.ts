import { describe, expect, test } from 'vitest';
import { podRules } from '../../../src/kubernetes/pods/rules.ts';
import { Problems } from '../../../src/kubernetes/problem.ts';
import { isObject, type JsonObject } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

/** A spec, what is wrong with it (`check: message (fix)`), and how the pod differs from a plain one of 1.34. */
export type PodCase = readonly [spec: string, problems: readonly string[], pod?: PodOptions];

interface PodOptions {
  readonly minor?: number;
  /** More of `metadata`, behind the name. */
  readonly metadata?: string;
  /** The spec is that of a PodTemplate. */
  readonly template?: boolean;
}

const container = 'containers: [{ name: web, image: nginx }]';

/** One test for each case, named by its spec. */
export function testPods(title: string, cases: readonly PodCase[]): void {
  describe(title, () => {
    for (const [spec, problems, pod] of cases) {
      test(`${spec.trim()}${pod ? ` ${JSON.stringify(pod)}` : ''}`, () => {
        expect(podProblems(spec, pod)).toEqual(problems);
      });
    }
  });
}

/** What the rules say of a pod; a spec without containers gets one. */
function podProblems(spec: string, { minor = 34, metadata = '', template }: PodOptions = {}): string[] {
  const whole = /^containers:/m.test(spec) ? spec : `${container}\n${spec === '{}' ? '' : spec}`;
  const [document] = readDocuments(whole);
  if (!isObject(document?.value)) throw new Error(`no YAML: ${JSON.stringify(document?.problems)}`);
  const pod = { metadata: metadataOf(metadata), spec: document.value };
  const kind = template ? 'v1/PodTemplate' : 'v1/Pod';
  const problems = new Problems();
  podRules[kind]?.(template ? { metadata: { name: 'web' }, template: pod } : pod, { minor, problems });
  return problems.list.map(({ check, message, fix }) => `${check}: ${message}${fix ? ` (${fix})` : ''}`);
}

function metadataOf(text: string): JsonObject {
  const value = readDocuments(`name: web\n${text}`)[0]?.value;
  return isObject(value) ? value : {};
}
