import ignore, { type Ignore } from 'ignore';

/** An empty set of rules in the language of `.gitignore`; letter case counts, as for git on Linux. */
export function emptyRules(): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true });
}

/** Tests paths against patterns of `windtunnel.yaml`, which are written as in a `.gitignore` beside it. */
export function matcher(patterns: readonly string[]): (file: string) => boolean {
  const rules = emptyRules().add(patterns.map((pattern) => ({ pattern })));
  return (file) => file !== '' && rules.ignores(file);
}
