import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { buildComponentOracle } from '../../../scripts/kubernetes/component-oracle.ts';
import { components } from '../../../src/kubernetes/component/flag-table.ts';
import { configMutants } from './config-mutants.ts';
import { digestOf, type RecordedVerdicts } from './recorded.ts';

// Asks the components of v1.34.3 themselves and writes down what they say, for the tests to hold against:
// npx tsx test/kubernetes/component/record.ts

interface Flag {
  readonly name: string;
  readonly shorthand: string;
  readonly type: string;
  readonly optional: boolean;
  readonly deprecated: boolean;
}

const oracle = buildComponentOracle();
const comment = 'v1.34.3, written by test/kubernetes/component/record.ts';

const lines = components.flatMap((component) => {
  const flags: Flag[] = JSON.parse(execFileSync(oracle, ['flags', component], { encoding: 'utf8' }));
  return flags.map(({ name, type, deprecated }) => {
    const line = `${component} ${name.replaceAll('_', '-')} ${type.replaceAll(' ', '')}`;
    return deprecated ? `${line} deprecated` : line;
  });
});
write('flags-1.34.txt', `# ${comment}\n${lines.sort().join('\n')}\n`);

const documents = configMutants();
const answers = execFileSync(oracle, ['configs'], { input: documents.join('\n'), maxBuffer: 1 << 28 });
const refused = answers
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => (line === '""' ? '0' : '1'))
  .join('');
const verdicts: RecordedVerdicts = { $comment: comment, documents: digestOf(documents), refused };
write('config-verdicts.json', `${JSON.stringify(verdicts, undefined, 1)}\n`);

function write(name: string, text: string): void {
  writeFileSync(new URL(`./recorded/${name}`, import.meta.url), text);
  console.log(`wrote recorded/${name}: ${text.length} characters`);
}
