import type { Finding } from '../model/finding.ts';
import type { JsonNames } from './json-names.ts';
import { jsonOrigin } from './json-shard.ts';
import type { ReporterOptions } from './reporter.ts';

/** A finding, key by key, with what its check says. */
export function jsonFinding(
  finding: Finding,
  { describe }: Pick<ReporterOptions, 'describe'>,
  names: JsonNames,
): unknown {
  const { why, fix, url } = describe(finding.check);
  return {
    check: finding.check,
    stage: finding.stage,
    severity: finding.severity,
    message: finding.message,
    origin: jsonOrigin(finding.origin),
    rendered: finding.rendered,
    entries: names.list(finding.entries),
    related: finding.related?.map(({ origin, message }) => ({ origin: jsonOrigin(origin), message })),
    why,
    fix: finding.fix ?? fix,
    ownFix: finding.fix === undefined ? undefined : true,
    url,
    fingerprint: finding.fingerprint,
    repeats: finding.repeats,
    excerpt: finding.excerpt && {
      firstLine: finding.excerpt.firstLine,
      firstColumn: finding.excerpt.firstColumn,
      lines: finding.excerpt.lines,
    },
  };
}
