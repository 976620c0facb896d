import { didYouMean } from '../../model/did-you-mean.ts';
import { quoted } from '../meta/quoted.ts';
import { type GivenFlag, parseFlags, type StrayWord } from './command-flags.ts';
import type { CommandProblem } from './command-problem.ts';
import { findComponent } from './find-component.ts';
import { checkDeprecated, type DeprecatedFlag, removedProblem } from './flag-lifecycle.ts';
import { type Component, findFlag, flagNames, oldestFlagMinor } from './flag-table.ts';
import { expectedValue, isOptionalType } from './flag-value.ts';
import { nodeLabelsProblem } from './node-labels.ts';

/** A command line that starts a component, and what is wrong with it. */
export interface CommandVerdict {
  readonly component: Component;
  /** The minor of Kubernetes 1.x that its flags were looked up for. */
  readonly minor: number;
  readonly problems: readonly CommandProblem[];
}

/**
 * Checks the flags of a component's command line. What a variable or a template fills in is not judged.
 *
 * @param words the command of a unit's `ExecStart=`, or `command` and `args` of a container in one list
 * @param minor of Kubernetes 1.x; an image on the command line that names its version wins
 * @returns undefined when the command line starts no component, or one so old that its flags are not known
 */
export function checkCommandLine(words: readonly string[], minor: number): CommandVerdict | undefined {
  const started = findComponent(words);
  if (!started) return undefined;
  const { component, from } = started;
  const context = { component, minor: started.minor ?? minor };
  if (context.minor < oldestFlagMinor()) return undefined;
  const { flags, strays } = parseFlags(component, context.minor, words, from);
  const problems: CommandProblem[] = [];
  const deprecated: DeprecatedFlag[] = [];
  for (const flag of flags) if (!isOpen(flag.name)) checkFlag(flag, context, problems, deprecated);
  for (const stray of strays) checkStray(stray, context, problems);
  problems.push(...checkDeprecated(component, deprecated));
  problems.sort((a, b) => a.word - b.word || a.start - b.start);
  return { component, minor: context.minor, problems };
}

interface Context {
  readonly component: Component;
  readonly minor: number;
}

/** A variable, a systemd specifier or a template stands in the text: only the machine knows what it will be. */
function isOpen(text: string): boolean {
  return /\$|\{\{|%[a-zA-Z]/.test(text);
}

function checkFlag(
  flag: GivenFlag,
  { component, minor }: Context,
  problems: CommandProblem[],
  deprecated: DeprecatedFlag[],
): void {
  const found = findFlag(component, flag.name, minor);
  switch (found.state) {
    case 'known':
      if (found.isDeprecated) deprecated.push({ flag, found });
      checkValue(flag, found.type, problems);
      return;
    case 'removed':
      problems.push(removedProblem(component, flag, found));
      return;
    case 'not-yet':
      problems.push({
        check: 'component/unknown-flag',
        message: `${component} of Kubernetes 1.${minor} has no flag --${flag.name}: it came with 1.${found.since}`,
        ...flag.nameAt,
      });
      return;
    case 'unknown':
      problems.push(unknownFlag(flag, component, minor, problems.length < mostSuggestions));
  }
}

// To look for what was meant takes time, and a person who is wrong so often was not misspelling.
const mostSuggestions = 20;

function unknownFlag(
  flag: GivenFlag,
  component: Component,
  minor: number,
  withSuggestion: boolean,
): CommandProblem {
  const written = flag.name === '' ? 'such shorthand' : `flag --${flag.name.slice(0, 80)}`;
  const near = withSuggestion ? didYouMean(flag.name, flagNames(component, minor)) : undefined;
  return {
    check: 'component/unknown-flag',
    message: `${component} of Kubernetes 1.${minor} has no ${written}, and does not start with it`,
    ...(near !== undefined && { fix: `did you mean --${near}?` }),
    ...flag.nameAt,
  };
}

function checkValue(flag: GivenFlag, type: string, problems: CommandProblem[]): void {
  const { name, value, valueAt, nameAt } = flag;
  if (value === undefined) {
    if (!isOptionalType(type))
      problems.push({ check: 'component/flag-value', message: `--${name} has no value`, ...nameAt });
    return;
  }
  if (isOpen(value)) return;
  const place = valueAt ?? nameAt;
  if (value.startsWith('--') && place.word !== nameAt.word) {
    const message = `--${name} has no value of its own, and takes ${quoted(value)} for it`;
    problems.push({ check: 'component/flag-value', message, ...nameAt });
    return;
  }
  const labels = name === 'node-labels' ? nodeLabelsProblem(value) : undefined;
  if (labels !== undefined) problems.push({ check: 'component/flag-value', message: labels, ...place });
  const expected = expectedValue(typeOf(name, type), value);
  if (expected === undefined) return;
  const message = `--${name} must be ${expected}, not ${quoted(value)}`;
  problems.push({ check: 'component/flag-value', message, ...place });
}

/** From 1.32 on the API server takes `component:Name=true` too, and its parser says little of what is wrong. */
function typeOf(name: string, type: string): string {
  return name === 'feature-gates' ? 'mapStringBool' : type;
}

/** Components take no arguments: what is no flag stops them. */
function checkStray(
  { text, at, after }: StrayWord,
  { component }: Context,
  problems: CommandProblem[],
): void {
  if (text === '' || isOpen(text)) return;
  const isBoolean =
    after?.value === undefined && after !== undefined && expectedValue('bool', text) === undefined;
  const fix = isBoolean ? `write --${after.name}=${text}` : undefined;
  problems.push({
    check: 'component/flag-value',
    message: `${component} takes no arguments but flags, and ${quoted(text)} is none`,
    ...(fix !== undefined && { fix }),
    ...at,
  });
}
