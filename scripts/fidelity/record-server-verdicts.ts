import { type ApiServer, connect } from './api-server.ts';
import { readBaseDocuments } from './base-documents.ts';
import { labObjects } from './lab-objects.ts';
import { type Mutant, makeMutants } from './mutants.ts';
import { documentHash, readRecord, writeRecord } from './record.ts';
import { serverSample } from './server-sample.ts';
import type { Answer } from './verdict.ts';

// Asks a real API server for some held-back documents and keeps what it says, and prints in what it differs from the
// oracle: KUBECONFIG=... npx tsx scripts/fidelity/record-server-verdicts.ts. The cluster gets a few objects.
const kubeconfig = process.env['KUBECONFIG'];
if (kubeconfig === undefined) throw new Error('KUBECONFIG must name the kubeconfig of a throw-away cluster');

const mutants = serverSample(makeMutants());
const server = connect(kubeconfig);
await prepare(server, mutants);
const answers = await askAll(server, mutants);
server.close();
writeRecord(
  'server-verdicts.txt',
  mutants.map(({ line }) => line),
  answers.map(({ verdict }) => verdict),
);
printDifferences(mutants, answers);

async function prepare(to: ApiServer, sampled: readonly Mutant[]): Promise<void> {
  const base = readBaseDocuments().map(({ document }) => document);
  const documents = [...base, ...sampled.map(({ document }) => document)];
  for (const object of labObjects(base, documents)) {
    const { verdict, errors } = await to.create(object);
    if (verdict !== 'accepted')
      throw new Error(`the lab refuses an object: ${JSON.stringify([object, errors])}`);
  }
}

async function askAll(of: ApiServer, sampled: readonly Mutant[]): Promise<readonly Answer[]> {
  const said: Answer[] = [];
  const together = 8;
  for (let index = 0; index < sampled.length; index += together) {
    const some = sampled.slice(index, index + together);
    said.push(...(await Promise.all(some.map(({ document }) => of.ask(document)))));
  }
  return said;
}

function printDifferences(sampled: readonly Mutant[], said: readonly Answer[]): void {
  const oracle = readRecord('oracle-verdicts.txt');
  const reasons = new Map<string, number>();
  for (const [index, { kind, line }] of sampled.entries()) {
    const answer = said[index];
    const expected = oracle.get(documentHash(line));
    if (!answer || answer.verdict === expected) continue;
    const [first] = answer.errors;
    const reason = `${kind}: oracle ${expected}, server ${answer.verdict}: ${first?.type} ${first?.field} ${first?.detail}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  console.log(
    `${sampled.length} documents, ${[...reasons.values()].reduce((sum, each) => sum + each, 0)} differences`,
  );
  for (const [reason, count] of [...reasons].sort()) console.log(`${count} x ${reason}`);
}
