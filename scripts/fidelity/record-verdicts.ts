import { makeMutants } from './mutants.ts';
import { askOracle } from './oracle.ts';
import { writeRecord } from './record.ts';

// Asks the oracle for every document and keeps what it says: npx tsx scripts/fidelity/record-verdicts.ts
const lines = makeMutants().map(({ line }) => line);
const answers = askOracle(lines);
writeRecord(
  'oracle-verdicts.txt',
  lines,
  answers.map(({ verdict }) => verdict),
);
console.log(`${lines.length} verdicts recorded`);
