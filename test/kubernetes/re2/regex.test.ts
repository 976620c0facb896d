import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Regex } from '../../../src/kubernetes/re2/regex.ts';

/** Pattern, text, and the matches of Go's `FindAllString`; null where Go refuses the pattern. */
const cases: readonly [string, string, readonly string[] | null][] = JSON.parse(
  readFileSync(new URL('./fixtures/patterns.json', import.meta.url), 'utf8'),
);

test('patterns match what they match in Go', () => {
  expect(cases.length).toBeGreaterThan(500);
  for (const [pattern, text, matches] of cases) {
    const regex = Regex.compile(pattern);
    if (!(regex instanceof Regex)) {
      expect(matches, `${pattern}: ${JSON.stringify(regex)}`).toBeNull();
      continue;
    }
    expect(regex.test(text), `${pattern} on ${text}`).toBe((matches?.length ?? 0) > 0);
    const first = regex.find(text);
    expect(first ? text.slice(first.start, first.end) : undefined, `${pattern} on ${text}`).toBe(
      matches?.[0],
    );
  }
});
