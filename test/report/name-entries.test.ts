import { expect, test } from 'vitest';
import { entryNames } from '../../src/report/name-entries.ts';

const aws = ['calico', 'cilium', 'flannel'].map((name) => `aws/kubernetes networking=${name} controllers=1`);
const azure = ['calico', 'cilium'].map((name) => `azure/kubernetes networking=${name}`);
const files = ['a.bu', 'b c.bu', 'd.bu', 'e.bu', 'f.bu'];
const others = ['metal/kubernetes os=flatcar'];
const all = [...files, ...aws, ...azure, ...others].sort();
const nameEntries = entryNames({ entries: all.map((name) => ({ name })) });

test.each([
  ['all of them', all, 'all 11 entries'],
  ['one', ['a.bu'], 'entry a.bu'],
  ['the whole of a module', aws, '3 entries: all of aws/kubernetes'],
  ['of two modules', [...aws, ...azure], '5 entries: all of aws/kubernetes, all of azure/kubernetes'],
  ['part of a module', aws.slice(1), `2 entries: ${aws[1]}, ${aws[2]}`],
  ['the one entry of a module', ['a.bu', ...others], '2 entries: a.bu, metal/kubernetes os=flatcar'],
  ['as many as there is room for', files.slice(0, 4), '4 entries: a.bu, b c.bu, d.bu, e.bu'],
  [
    'entries, not modules, in what is left out',
    [...files, ...azure],
    '7 entries: a.bu, b c.bu, d.bu and 4 more',
  ],
])('%s', (_, names, text) => {
  expect(nameEntries(names)).toBe(text);
});
