import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { difference } from './compare.ts';
import { generateBlockStyle, generateStreams } from './generate-streams.ts';
import { type GoDocument, hasGo, readWithGo } from './oracle.ts';
import { readCases } from './read-cases.ts';

const recording = path.join(import.meta.dirname, 'cases.recorded.json');
const cases = readCases();

/** Known differences, each with its reason in docs/yaml.md under "What differs". */
const expected = new Set(['stream: two byte order marks']);

describe('hand-written cases against what Go made of them', () => {
  const recorded: Record<string, GoDocument[]> = JSON.parse(readFileSync(recording, 'utf8'));

  test('all cases are recorded, and there are at least 300', () => {
    expect(cases.map(({ name }) => name)).toEqual(Object.keys(recorded));
    expect(cases.length).toBeGreaterThanOrEqual(300);
  });

  test.each(cases)('$name', ({ name, text }) => {
    const found = difference(text, recorded[name] ?? []);
    expect(found !== undefined, found).toBe(expected.has(name));
  });
});

describe.skipIf(!hasGo)('Go itself (skipped without go)', () => {
  test('the recording is what Go says', () => {
    const answers = readWithGo(cases.map(({ text }) => text));
    const said = Object.fromEntries(cases.map(({ name }, index) => [name, answers[index]]));
    // RECORD=1 writes it down after a case is added.
    if (process.env['RECORD'] === '1') writeFileSync(recording, `${JSON.stringify(said, null, 1)}\n`);
    expect(JSON.parse(readFileSync(recording, 'utf8'))).toEqual(said);
  });

  test.each([
    ['streams', generateStreams, 3000],
    ['manifests in block style', generateBlockStyle, 3000],
  ])('10,000 generated %s', (_, generate, mostlyRead) => {
    const streams = generate(10_000);
    const answers = readWithGo(streams);
    const differences = streams.flatMap((text, index) => {
      const found = difference(text, answers[index] ?? []);
      return found === undefined ? [] : [`${JSON.stringify(text)}: ${found}`];
    });
    expect(differences).toEqual([]);
    const read = answers.filter((documents) => documents.every(({ error }) => error === undefined));
    expect(read.length).toBeGreaterThan(mostlyRead);
  });
});
