import { parseArgs } from 'node:util';
import { compare } from './compare.ts';
import { writeDocument } from './document.ts';
import { makeMutants } from './mutants.ts';
import { readRecord } from './record.ts';
import { agreedSample } from './server-sample.ts';
import { kindTable, serverTable, summaryTable } from './table.ts';
import { tuningDifferences } from './tuning.ts';

const usage = `How close we are to the API server's own verdict.
  (nothing)                  the table: every kind and class, without details
  --tuning [--kind Pod]      every difference of the tuning class, in detail (needs Go)
  --show "pod/2 drop-field 3"  a document of the tuning class, as JSON
  --write                    renews docs/kubernetes-fidelity.md
`;

const { values } = parseArgs({
  options: {
    tuning: { type: 'boolean' },
    kind: { type: 'string' },
    show: { type: 'string' },
    write: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(usage);
else run();

function run(): void {
  const mutants = makeMutants();
  if (values.show !== undefined) {
    // A held-back document stays unseen: who has read it can write a rule for it.
    const shown = mutants.find(({ id, sampleClass }) => id === values.show && sampleClass === 'tuning');
    console.log(shown ? shown.line : 'no document of the tuning class has this id');
    return;
  }
  const comparisons = compare(mutants, readRecord('oracle-verdicts.txt'));
  if (values.tuning) {
    const differences = tuningDifferences(comparisons, values.kind);
    console.log([...differences, `${differences.length} differences`].join('\n'));
    return;
  }
  const byServer = compare(agreedSample(mutants), readRecord('server-verdicts.txt'));
  console.log([kindTable(comparisons), summaryTable(comparisons), serverTable(byServer)].join('\n\n'));
  if (values.write) writeDocument(comparisons, byServer);
}
