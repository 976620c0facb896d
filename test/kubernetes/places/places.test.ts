import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { configWithFile } from '../../../src/machine/example-config.ts';
import { checkFolder } from '../../support/read-report.ts';
import { workspaceWith } from '../../support/workspace.ts';

interface Mutant {
  readonly title: string;
  readonly check: string;
  readonly text: string;
}

/** The mutants of `mutants.txt`, marks and all. */
function readMutants(): Mutant[] {
  const text = readFileSync(new URL('mutants.txt', import.meta.url), 'utf8');
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n');
      const [check = ''] = head.split(' ');
      return { title: head, check, text: lines.join('\n') };
    });
}

const valid = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: quiet\n';

/** Ways in which an object stands in a file that a person edits. */
const embeddings: Readonly<Record<string, (text: string) => string>> = {
  'a file of its own': (text) => text,
  'the second document of a stream, behind a byte order mark': (text) => `\ufeff${valid}---\n${text}`,
  'an item of a List': (text) =>
    `apiVersion: v1\nkind: List\nitems:\n  - ${indented(valid, 4)}  - ${indented(text, 4)}`,
  'lines that end as on Windows': (text) => text.replaceAll('\n', '\r\n'),
  'a Butane config': (text) => configWithFile('/etc/kubernetes/manifests/one.yaml', text, '0644'),
};

function indented(text: string, by: number): string {
  return `${text
    .trimEnd()
    .split('\n')
    .join(`\n${' '.repeat(by)}`)}\n`;
}

/** Takes the marks out of a text, and gives the range that stood between them, in code points. */
function unmark(marked: string): { readonly text: string; readonly place: string } {
  const line = marked.slice(0, marked.indexOf('⟦')).split('\n').length;
  const [before = '', rest = ''] = (marked.split('\n')[line - 1] ?? '').replace('\ufeff', '').split('⟦');
  const [range = ''] = rest.split('⟧');
  const start = [...before].length + 1;
  return {
    text: marked.replace('⟦', '').replace('⟧', ''),
    place: `${line}:${start}-${start + [...range].length}`,
  };
}

const mutants = readMutants();

test('there are a hundred mutants and more', () => {
  expect(mutants.length * Object.keys(embeddings).length).toBeGreaterThanOrEqual(100);
});

test.each(Object.keys(embeddings))('in %s, the place of every mistake is exact', async (way) => {
  const embed = embeddings[way] ?? ((text: string) => text);
  const marked = mutants.map(({ text }) => unmark(embed(text)));
  const files = Object.fromEntries(marked.map(({ text }, index) => [`${index}.yaml`, text]));
  const { report } = await checkFolder(workspaceWith(files), '--kubernetes', '1.36');
  const found = mutants.map(({ title }, index) => {
    const own = report.findings.filter(({ origin }) => origin.file === `${index}.yaml`);
    const said = own.map(
      ({ check, origin: { line, column, endColumn } }) => `${check} ${line}:${column}-${endColumn}`,
    );
    return [title, ...said];
  });
  const expected = mutants.map(({ title, check }, index) => [title, `${check} ${marked[index]?.place}`]);
  expect(found).toEqual(expected);
});
