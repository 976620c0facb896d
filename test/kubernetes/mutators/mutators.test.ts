import { describe, expect, it } from 'vitest';
import { readBaseDocuments } from '../../../scripts/fidelity/base-documents.ts';
import { jsonLine } from '../../../scripts/fidelity/json-line.ts';
import { mutate } from './mutation.ts';
import { allMutators } from './mutators.ts';
import { dictionaryOf } from './transplant.ts';

const documents = readBaseDocuments().map(({ document }) => document);
const mutators = allMutators(dictionaryOf(documents));

describe('mutators', () => {
  it.each(Object.keys(mutators).filter((name) => name !== 'unchanged'))(
    '%s changes base documents',
    (name) => {
      const changes = documents.filter((document) => {
        const mutations = [...(mutators[name]?.(document) ?? [])];
        return mutations.some((mutation) => jsonLine(mutate(document, mutation)) !== jsonLine(document));
      });
      expect(changes).not.toEqual([]);
    },
  );

  it('edit a copy: set, take away and replace at any depth', () => {
    const document = { a: [{ b: 1, c: 2 }, 5], d: 'x' };
    expect(
      mutate(document, [{ path: ['a', 0, 'b'], value: null }, { path: ['a', 1] }, { path: ['d'] }]),
    ).toEqual({
      a: [{ b: null, c: 2 }],
    });
    expect(document).toEqual({ a: [{ b: 1, c: 2 }, 5], d: 'x' });
  });
});
