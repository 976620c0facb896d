import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectDefinitions } from '../../../src/kubernetes/custom/definition.ts';
import { judgeDefinition, judgeResource } from './own-verdict.ts';
import { probe, withRules } from './probe.ts';

const fixtures = new URL('./fixtures/', import.meta.url);

/** What the API server made of each rule: it refused the definition, let the probe pass, or refused the probe. */
const recorded: Record<string, 'invalid' | 'true' | 'false'> = JSON.parse(
  readFileSync(new URL('expressions.json', fixtures), 'utf8'),
);

test.each(Object.entries(recorded))('%s', (rule, verdict) => {
  const object = withRules([rule]);
  const compiled = judgeDefinition(object);
  expect(compiled.gaps).toEqual([]);
  const messages = compiled.problems.map(({ message }) => message);
  expect(messages.length > 0, messages.join('; ')).toBe(verdict === 'invalid');
  if (verdict === 'invalid') return;
  const run = judgeResource(collectDefinitions([object]), probe);
  expect(run.gaps).toEqual([]);
  expect(run.problems.length === 0, run.problems[0]?.message).toBe(verdict === 'true');
});

const unread = [
  '[?self.?a].size() == 1',
  "{?'a': self.?a}.size() == 1",
  'self.l.sortBy(x, x.name).size() == 2',
];

test.each(unread)('%s cannot be judged, and is said to be a gap', (rule) => {
  const object = withRules([rule]);
  expect(judgeDefinition(object).gaps).toHaveLength(1);
  const [gap] = judgeResource(collectDefinitions([object]), probe).gaps;
  expect(gap?.what).toContain(rule);
});
