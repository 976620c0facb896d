import { beforeAll, describe, expect, test } from 'vitest';
import { expectedOf, type Outcome, runTraps, traps } from './run-traps.ts';

let outcomes: ReadonlyMap<string, Outcome>;

beforeAll(async () => {
  outcomes = await runTraps();
});

describe('a module of its own for each trap', () => {
  test.each(traps)('%s', (trap) => {
    const wanted = expectedOf(trap);
    const seen = outcomes.get(trap);
    expect(seen?.findings).toEqual(wanted.findings);
    expect(seen?.gaps).toEqual(wanted.gaps);
    expect(byValue(seen?.rendered ?? {})).toMatchObject(byValue(wanted.rendered));
  });
});

/** Expected JSON is written for people to read. */
function byValue(files: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, file.endsWith('.json') ? JSON.parse(text) : text]),
  );
}
