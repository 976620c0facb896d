import { describe, expect, it } from 'vitest';
import { hasGo } from '../../../scripts/build-go-program.ts';
import { readBaseDocuments } from '../../../scripts/fidelity/base-documents.ts';
import { jsonLine } from '../../../scripts/fidelity/json-line.ts';
import { makeMutants } from '../../../scripts/fidelity/mutants.ts';
import { askOracle } from '../../../scripts/fidelity/oracle.ts';
import { documentHash, readRecord } from '../../../scripts/fidelity/record.ts';

// Building the oracle on a new machine compiles most of the API server.
const timeout = 1_200_000;

describe.skipIf(!hasGo)('the validation code of Kubernetes 1.34.3 (skipped without Go)', () => {
  it('accepts every base document', { timeout }, () => {
    const documents = readBaseDocuments();
    const answers = askOracle(documents.map(({ document }) => jsonLine(document)));
    const refused = answers.flatMap((answer, index) =>
      answer.verdict === 'accepted' ? [] : [{ id: documents[index]?.id, ...answer }],
    );
    expect(refused).toEqual([]);
  });

  it('still says what is recorded', { timeout }, () => {
    const mutants = makeMutants();
    const record = readRecord('oracle-verdicts.txt');
    const answers = askOracle(mutants.map(({ line }) => line));
    const changed = mutants.filter(
      ({ line }, index) => record.get(documentHash(line)) !== answers[index]?.verdict,
    );
    expect(changed.map(({ id }) => id)).toEqual([]);
  });
});
