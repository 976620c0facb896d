import type { Finding } from '../model/finding.ts';
import { compareText } from '../model/origin.ts';
import type { Report } from '../model/report.ts';

/** Findings that were there when a baseline was written: fingerprints. */
export type Baseline = ReadonlySet<string>;

/** One line of the file; check and file are for people who read it. */
interface BaselineItem {
  readonly check: string;
  readonly file: string;
  readonly fingerprint: string;
}

const version = 1;

/**
 * The text of a baseline file with all findings of a report, those included that an earlier baseline took out.
 * What a suppression took out stays with its suppression.
 */
export function renderBaseline(report: Report): string {
  const before = report.suppressed.flatMap(({ finding, by }) => (by === 'baseline' ? [finding] : []));
  const items = [...report.findings, ...before].map(toItem).sort(compareItems);
  const distinct = items.filter((item, index) => item.fingerprint !== items[index - 1]?.fingerprint);
  return `${JSON.stringify({ version, findings: distinct }, null, 2)}\n`;
}

/** Reads a baseline file. The error is a sentence about the file, without its name. */
export function readBaseline(text: string): Baseline | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: 'not JSON; write it anew with --write-baseline' };
  }
  if (!isRecord(value) || !('version' in value)) {
    return { error: 'not a baseline; write one with --write-baseline' };
  }
  if (value['version'] !== version) {
    return {
      error: `of version ${String(value['version'])}, and this program knows version ${version} only`,
    };
  }
  const { findings } = value;
  if (!Array.isArray(findings)) return { error: 'without a list `findings`' };
  const fingerprints = findings.map((item: unknown) => (isRecord(item) ? item['fingerprint'] : undefined));
  const isText = (fingerprint: unknown): fingerprint is string => typeof fingerprint === 'string';
  if (!fingerprints.every(isText)) return { error: 'with a finding that has no `fingerprint`' };
  return new Set(fingerprints);
}

function toItem({ check, origin, fingerprint }: Finding): BaselineItem {
  return { check, file: origin.file, fingerprint };
}

function compareItems(a: BaselineItem, b: BaselineItem): number {
  return (
    compareText(a.file, b.file) || compareText(a.check, b.check) || compareText(a.fingerprint, b.fingerprint)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
