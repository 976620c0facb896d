import { defaultConfig } from '../config/config.ts';
import { applySuppressions } from '../config/suppress.ts';
import type { Check } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import type { Shard, SourceLine } from '../model/shard.ts';

/** Takes out of a merged report what the rules, comments and baseline accept that its parts tell of. */
export function settleSuppressions(
  merged: Report,
  parts: readonly Shard[],
  { checks, today }: { readonly checks: readonly Check[]; readonly today: string },
): Report {
  const [first] = parts;
  if (!first) return merged;
  const { folder, rules, baseline, isWholeWorkspace } = first.suppressions;
  return applySuppressions(merged, {
    config: { ...defaultConfig, folder, suppressions: rules },
    baseline: baseline && new Set(baseline),
    checks,
    today,
    isWholeWorkspace,
    readText: sparseTexts(parts.flatMap(({ suppressions }) => suppressions.lines)),
  });
}

/** Texts that have the lines that somebody asks for at their numbers, and nothing else. */
function sparseTexts(lines: readonly SourceLine[]): (file: string) => string | undefined {
  const files = new Map<string, Map<number, string>>();
  for (const { file, line, text } of lines)
    files.set(file, (files.get(file) ?? new Map<number, string>()).set(line, text));
  return (file) => {
    const known = files.get(file);
    if (!known) return undefined;
    const last = [...known.keys()].reduce((most, line) => Math.max(most, line), 0);
    return Array.from({ length: last }, (_, index) => `${known.get(index + 1) ?? ''}\n`).join('');
  };
}
