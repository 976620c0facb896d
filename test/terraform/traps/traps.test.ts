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
    expect(seen?.rendered).toMatchObject(wanted.rendered);
  });
});
