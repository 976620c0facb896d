import { type Severity, severities } from '../model/finding.ts';
import { stageTitles } from '../model/stage.ts';
import type { NotChecked, Summary } from '../model/summary.ts';
import type { NameEntries } from './name-entries.ts';

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2 errors, 1 note`; empty when there is nothing. */
export function severityCounts(counts: Readonly<Record<Severity, number>>): string {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(', ');
}

/** The report in one line: `2 errors, 1 note in 14 files`. */
export function headline(summary: Summary): string {
  const found = severityCounts(summary.counts) || 'no findings';
  const failed = summary.failed === 0 ? '' : `, ${summary.failed} could not be checked`;
  const objects = summary.objects === 0 ? '' : ` with ${plural(summary.objects, 'Kubernetes object')}`;
  return `${found} in ${plural(summary.files, 'file')}${objects}${failed}`;
}

/** `Kubernetes 1.36 (image kubelet:v1.36.1)`, with the number of entries where there are several; empty for none. */
export function kubernetesPhrase({ kubernetes }: Summary): string {
  const phrases = kubernetes.map(({ version, from, entries }) => {
    const many = kubernetes.length === 1 ? '' : ` for ${entries === 1 ? '1 entry' : `${entries} entries`}`;
    return `${version} (${clip(from, 100)})${many}`;
  });
  return phrases.length === 0 ? '' : `checked for Kubernetes ${someOf(phrases, 3)}`;
}

/** The first names and the number of the others: `a, b and 21 more`. */
export function someOf(names: readonly string[], most: number): string {
  // Naming all costs no more room than `and 1 more`.
  if (names.length <= most + 1) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** `in 24 entries: a, b, c and 21 more`; empty when the only entry is the file itself. */
export function entriesPhrase(entries: readonly string[], file: string, nameEntries: NameEntries): string {
  const [only] = entries;
  const isFile = entries.length === 1 && only === file;
  return only === undefined || isFile ? '' : `in ${nameEntries(entries)}`;
}

/** What was not looked at, and why: `units, contents: the config does not translate`. */
export function uncheckedPhrase({ stages, reason }: NotChecked): string {
  const what = stages.length === 0 ? 'input' : stages.map((stage) => stageTitles[stage]).join(', ');
  return `${what}: ${reason}`;
}

/** What took findings out: `3 suppressed: 2 by comments, 1 by the baseline`; empty when nothing did. */
export function suppressedPhrase({ suppressed }: Summary): string {
  const { config, comment, baseline } = suppressed;
  const total = config + comment + baseline;
  if (total === 0) return '';
  const parts = [
    config > 0 ? `${config} by windtunnel.yaml` : '',
    comment > 0 ? `${comment} by comments` : '',
    baseline > 0 ? `${baseline} by the baseline` : '',
  ];
  return `${total} suppressed: ${parts.filter(Boolean).join(', ')}`;
}

/** What rendering had to make up, for nobody to take it for real; empty when nothing was. */
export function madeUpPhrase({ madeUp: { placeholder, sample } }: Summary): string {
  const parts = [
    sample > 0 ? `sample values for ${plural(sample, 'variable')}` : '',
    placeholder > 0 ? `placeholders for ${plural(placeholder, 'value')} of providers` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `rendered with ${parts.join(' and ')} (the json report names them)`;
}

/** A text shortened to a number of code units, for places with a limit. Never half a surrogate pair. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
