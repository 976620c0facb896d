import { describe, expect, test } from 'vitest';
import { Problems } from '../../../src/kubernetes/problem.ts';
import type { KindRules } from '../../../src/kubernetes/rule.ts';
import { isObject } from '../../../src/kubernetes/value.ts';
import { readDocuments } from '../../../src/kubernetes/yaml/read-documents.ts';

/** An object without `apiVersion` and `kind`, and what is wrong with it: `check: message (fix)`. */
export type ObjectCase = readonly [object: string, problems: readonly string[], minor?: number];

/** One test for each object of a kind, named by its text. Without `metadata` it is named `web`; the minor is 34. */
export function testObjects(rules: KindRules, kind: string, cases: readonly ObjectCase[]): void {
  describe(kind, () => {
    for (const [text, problems, minor] of cases) {
      test(`${text.trim().slice(0, 200)}${minor === undefined ? '' : ` 1.${minor}`}`, () => {
        expect(objectProblems(rules, kind, text, minor ?? 34)).toEqual(problems);
      });
    }
  });
}

function objectProblems(rules: KindRules, kind: string, text: string, minor: number): string[] {
  const whole = /^metadata:/m.test(text) ? text : `metadata: { name: web }\n${text}`;
  const [document] = readDocuments(whole);
  if (!isObject(document?.value)) throw new Error(`no YAML: ${JSON.stringify(document?.problems)}`);
  const problems = new Problems();
  rules[kind]?.(document.value, { minor, problems });
  return problems.list.map(({ check, message, fix }) => `${check}: ${message}${fix ? ` (${fix})` : ''}`);
}
