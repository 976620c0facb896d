import { type Check, type ExampleFiles, exampleText } from '../model/check.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { exitCodes } from '../model/exit-code.ts';
import { parseArguments } from './parse-arguments.ts';
import type { TerminalIo } from './terminal-io.ts';
import { UsageError } from './usage-error.ts';

export const explainHelp = `Usage: windtunnel explain [CHECK]

Says what a check looks for, why it matters, how to mend what it finds, and shows an example of both.
Without CHECK: lists all checks.
`;

/** Prints one check, or the list of all. */
export function explain(args: readonly string[], io: TerminalIo, checks: readonly Check[]): number {
  const { positionals } = parseArguments(args, {}, 1);
  const [id] = positionals;
  if (id === undefined) {
    io.stdout.write(listChecks(checks));
    return exitCodes.clean.code;
  }
  const check = checks.find((each) => each.id === id);
  if (!check) {
    const hint = didYouMean(
      id,
      checks.map((each) => each.id),
    );
    const list = 'run `windtunnel explain` for the list';
    throw new UsageError(`there is no check ${id}; ${hint ? `did you mean ${hint}?` : list}`);
  }
  io.stdout.write(describeCheck(check));
  return exitCodes.clean.code;
}

function listChecks(checks: readonly Check[]): string {
  const width = Math.max(...checks.map((check) => check.id.length));
  const rows = checks.map(
    (check) => `${check.id.padEnd(width)}  ${check.severity.padEnd(7)}  ${check.title}`,
  );
  return `${rows.join('\n')}\n`;
}

/** A check's facts as plain text. */
function describeCheck(check: Check): string {
  return [
    `${check.id} (${check.severity}, since ${check.since})`,
    check.title,
    '',
    'Why',
    `  ${check.why}`,
    '',
    'What to do',
    `  ${check.fix}`,
    '',
    'An example that it finds',
    ...exampleLines(check.failing),
    '',
    'And one that is as it should be',
    ...exampleLines(check.passing),
    '',
    'More',
    ...check.links.map((link) => `  ${link}`),
    '',
  ].join('\n');
}

function exampleLines(files: ExampleFiles): string[] {
  return Object.entries(files).flatMap(([file, text]) => [
    `  # ${file}`,
    ...exampleText(text).map((line) => `  ${line}`),
  ]);
}
