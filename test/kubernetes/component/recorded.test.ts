import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { components, findFlag, flagNames } from '../../../src/kubernetes/component/flag-table.ts';
import { componentRules } from '../../../src/kubernetes/component/rules.ts';
import { type ManifestProblem, Problems } from '../../../src/kubernetes/problem.ts';
import { checkSchema } from '../../../src/kubernetes/schema/check-schema.ts';
import { findKind } from '../../../src/kubernetes/tables.ts';
import { configMutants } from './config-mutants.ts';
import { digestOf, type RecordedVerdicts } from './recorded.ts';

const minor = 34;

describe('the flags of the compiled components, v1.34.3', () => {
  const lines = read('flags-1.34.txt').trimEnd().split('\n').slice(1);

  test.each(components)('%s has these, with the same types, and warns of the same', (component) => {
    const theirs = lines.filter((line) => line.startsWith(`${component} `));
    const ours = flagNames(component, minor).map((name) => {
      const found = findFlag(component, name, minor);
      if (found.state !== 'known') return `${component} ${name} ${found.state}`;
      return `${component} ${name} ${found.type}${found.isDeprecated ? ' deprecated' : ''}`;
    });
    expect(theirs.length).toBeGreaterThan(50);
    expect(ours.sort()).toEqual(theirs);
  });
});

/** What their validation lets pass and what stops them, or their clients, a moment later. */
const laterRefusals = [
  // cmd/kubelet/app/server.go, pkg/kubelet/cm, pkg/kubelet/server: unknown words of these end the start.
  /^(?:authorization\.mode|cgroupDriver|cpuManagerPolicy|memoryManagerPolicy) must be /,
  // The API server refuses a node whose taint has no effect.
  /^registerWithTaints\[0\]\.effect must be set/,
  // client-go's leader election asks for more than its validation does.
  /^leaderElection\.renewDeadline must be more than 1\.2 times retryPeriod/,
  // client-go reads certificates, and calls servers and programs, when it connects.
  /cluster\.server must be a URL/,
  /-data must be a (?:certificate|private key)/,
  /client-certificate must be set beside a client key/,
  /exec\.apiVersion must be client\.authentication/,
];

describe('configurations, as the components of v1.34.3 judge them', () => {
  const documents = configMutants();
  const recorded: RecordedVerdicts = JSON.parse(read('config-verdicts.json'));
  const verdicts = documents.map((text, index) => ({
    text,
    refused: recorded.refused[index] === '1',
    problems: judge(JSON.parse(text)),
  }));

  test('the documents are those that were judged', () => {
    expect(digestOf(documents)).toBe(recorded.documents);
    expect(recorded.refused).toHaveLength(documents.length);
    expect(documents.length).toBeGreaterThan(10_000);
  });

  test('what they refuse is found', () => {
    const missed = verdicts.filter(({ refused, problems }) => refused && problems.length === 0);
    expect(missed.map(({ text }) => text)).toEqual([]);
  });

  test('what they take is left alone', () => {
    const alarms = verdicts.filter(({ refused }) => !refused).flatMap(({ problems }) => problems);
    const unexpected = alarms.filter(({ message }) => !laterRefusals.some((known) => known.test(message)));
    expect(unexpected.map(({ message }) => message)).toEqual([]);
  });
});

function judge(document: { readonly apiVersion: string; readonly kind: string }): readonly ManifestProblem[] {
  const problems = new Problems();
  const found = findKind(document.apiVersion, document.kind, minor);
  if (found.state !== 'known') throw new Error(`${document.kind} is ${found.state}`);
  if (checkSchema(found.schema, document, problems))
    componentRules[`${document.apiVersion}/${document.kind}`]?.(document, { minor, problems });
  return problems.list;
}

function read(name: string): string {
  return readFileSync(new URL(`./recorded/${name}`, import.meta.url), 'utf8');
}
