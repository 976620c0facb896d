import type { GivenFlag } from './command-flags.ts';
import type { CommandProblem } from './command-problem.ts';
import type { Component, FlagLookup } from './flag-table.ts';

/** A flag that is given and that its component warns of. */
export interface DeprecatedFlag {
  readonly flag: GivenFlag;
  readonly found: Extract<FlagLookup, { state: 'known' }>;
}

/** A flag that the component had once. */
export function removedProblem(
  component: Component,
  { name, nameAt }: GivenFlag,
  { in: minor, instead }: Extract<FlagLookup, { state: 'removed' }>,
): CommandProblem {
  const since = minor === undefined ? 'before Kubernetes 1.16' : `in Kubernetes 1.${minor}`;
  return {
    check: 'component/removed-flag',
    message: `--${name} was removed from ${component} ${since}, and ${component} does not start with it`,
    fix: instead === undefined ? `remove --${name}` : insteadText(instead),
    ...nameAt,
  };
}

/** The words for the kubelet's flags that its configuration file replaces, all of them deprecated for years. */
const configurationFile = 'the kubelet configuration file';

// More names than these help nobody.
const mostNames = 5;

/** One problem for each deprecated flag; those that the configuration file replaces share one. */
export function checkDeprecated(component: Component, given: readonly DeprecatedFlag[]): CommandProblem[] {
  const isShared = ({ found }: DeprecatedFlag): boolean =>
    found.instead === configurationFile && found.removedIn === undefined;
  const [first, ...others] = given.filter(isShared);
  const problems = given.filter((one) => !isShared(one)).map((one) => deprecatedProblem(component, one));
  if (first) problems.push(sharedProblem(component, first, others));
  return problems;
}

function deprecatedProblem(component: Component, { flag, found }: DeprecatedFlag): CommandProblem {
  const { removedIn, instead } = found;
  const end = removedIn === undefined ? '' : `, and gone in Kubernetes 1.${removedIn}`;
  return {
    check: 'component/deprecated-flag',
    message: `--${flag.name} of ${component} is deprecated${end}`,
    ...(removedIn !== undefined && { severity: 'warning' as const }),
    ...(instead !== undefined && { fix: insteadText(instead) }),
    ...flag.nameAt,
  };
}

function sharedProblem(
  component: Component,
  first: DeprecatedFlag,
  others: readonly DeprecatedFlag[],
): CommandProblem {
  const names = [...new Set([first, ...others].map(({ flag }) => `--${flag.name}`))];
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  const are = names.length > 1 ? 'flags that are deprecated' : 'a flag that is deprecated';
  return {
    check: 'component/deprecated-flag',
    message: `${component} has ${are}: ${names.slice(0, mostNames).join(', ')}${more}`,
    fix: insteadText(configurationFile),
    ...first.flag.nameAt,
  };
}

/** `instead` is flags, a place to set it, or a sentence of its own. */
function insteadText(instead: string): string {
  if (instead === configurationFile) return `set it in ${configurationFile} (--config)`;
  return instead.startsWith('--') ? `use ${instead}` : instead;
}
