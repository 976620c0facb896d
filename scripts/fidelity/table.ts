import { type Comparison, falseAlarmRate, ofClass, recall, type Tally, tally } from './compare.ts';
import { sampleClasses } from './split.ts';

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

function row(name: string, sampleClass: string, of: Tally): string {
  const missed = of.bad - of.found;
  const cells = [
    name,
    sampleClass,
    of.documents,
    of.bad,
    percent(recall(of)),
    missed,
    percent(falseAlarmRate(of)),
    of.falseAlarms,
  ];
  return `| ${cells.join(' | ')} |`;
}

const head = [
  '| kind | class | documents | rejected by Kubernetes | recall | missed | false alarms | in documents |',
  '|---|---|---:|---:|---:|---:|---:|---:|',
];

/** Markdown: a row for every class of all kinds together. */
export function summaryTable(comparisons: readonly Comparison[]): string {
  const rows = sampleClasses.map((each) => row('all', each, tally(ofClass(comparisons, each))));
  return [...head, ...rows, row('all', 'together', tally(comparisons))].join('\n');
}

/** Markdown: one row for the documents that a real API server judged. */
export function serverTable(comparisons: readonly Comparison[]): string {
  return [...head, row('all', 'held-back, by the API server', tally(comparisons))].join('\n');
}

/** Markdown: a row for every kind and class. */
export function kindTable(comparisons: readonly Comparison[]): string {
  const kinds = [...new Set(comparisons.map(({ mutant }) => mutant.kind))].sort();
  const rows = kinds.flatMap((kind) => {
    const own = comparisons.filter(({ mutant }) => mutant.kind === kind);
    return sampleClasses.map((each) => row(kind, each, tally(ofClass(own, each))));
  });
  return [...head, ...rows].join('\n');
}
