import type { Status } from '../model/stage.ts';
import type { NotChecked, StageTally, Summary } from '../model/summary.ts';
import { shortTerminalText } from './escape-terminal.ts';
import type { Style } from './style.ts';
import {
  headline,
  kubernetesPhrase,
  madeUpPhrase,
  plural,
  someOf,
  suppressedPhrase,
  uncheckedPhrase,
} from './wording.ts';
import { wrap } from './wrap.ts';

const columns: readonly { readonly status: Status; readonly title: string; readonly words: string }[] = [
  { status: 'passed', title: 'passed', words: 'passed' },
  { status: 'findings', title: 'findings', words: 'with findings' },
  { status: 'skipped', title: 'skipped', words: 'skipped' },
  { status: 'not-applicable', title: 'not applicable', words: 'not applicable' },
  { status: 'failed', title: 'failed', words: 'failed' },
];

const stageWidth = 11;
const tableWidth = stageWidth + columns.reduce((sum, { title }) => sum + title.length + 2, 0);

/** How each stage ended, as a table; one line a stage where a table does not fit. */
export function stageLines(tallies: readonly StageTally[], style: Style, width: number): string[] {
  if (width < tableWidth) return tallies.flatMap((tally) => narrowRow(tally, width));
  const head = columns.map(({ title }) => `  ${title}`).join('');
  return [
    style.bold(`${'stage'.padEnd(stageWidth)}${head}`),
    ...tallies.map(({ stage, results }) => {
      const cells = columns.map(({ status, title }) => {
        const count = results[status];
        const text = (count === 0 ? '-' : String(count)).padStart(title.length + 2);
        return count === 0 ? style.dim(text) : style.status(status, text);
      });
      return `${stage.padEnd(stageWidth)}${cells.join('')}`;
    }),
  ];
}

function narrowRow({ stage, results }: StageTally, width: number): string[] {
  const ended = columns
    .filter(({ status }) => results[status] > 0)
    .map(({ status, words }) => `${results[status]} ${words}`);
  const text = ended.join(', ') || 'nothing to look at';
  const [first = '', ...rest] = wrap(text, { first: width - stageWidth, rest: width - stageWidth });
  return [stage.padEnd(stageWidth) + first, ...rest.map((line) => ' '.repeat(stageWidth) + line)];
}

/** What nobody looked at and why: a reader must not take silence for a pass. */
export function notCheckedLines(groups: readonly NotChecked[], style: Style, width: number): string[] {
  if (groups.length === 0) return [];
  return [style.bold('Not checked'), ...groups.flatMap((group) => groupLines(group, style, width))];
}

function groupLines(group: NotChecked, style: Style, width: number): string[] {
  const { status, stages, names, holdsForAll } = group;
  const [first = '', ...rest] = wrap(shortTerminalText(uncheckedPhrase(group)), {
    first: width - status.length - 4,
    rest: width - 4,
  });
  // Whoever has to act on a failure needs all the names; the json report has those of the others.
  const shown = shortTerminalText(someOf(names, status === 'failed' ? 20 : 3));
  const subjects = stages.length === 0 ? `${plural(names.length, 'file')}: ${shown}` : shown;
  const isShort = holdsForAll && status === 'skipped';
  return [
    `  ${style.status(status, status)}  ${first}`,
    ...rest.map((line) => `    ${line}`),
    ...(isShort ? [] : wrap(subjects, { first: width - 4, rest: width - 4 })).map(
      (line) => `    ${style.dim(line)}`,
    ),
  ];
}

/** Suppressed findings, and the last line of all. */
export function closingLines(summary: Summary, style: Style, width: number): string[] {
  const notes = [kubernetesPhrase(summary), madeUpPhrase(summary), suppressedPhrase(summary)].filter(Boolean);
  const lines = notes.flatMap((note) => wrap(shortTerminalText(note), { first: width, rest: width }));
  return [...lines, ...wrap(headline(summary), { first: width, rest: width }).map(style.bold)];
}
