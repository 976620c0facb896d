import type { Finding } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { SuppressedFinding } from '../model/report.ts';
import { escapeSarifMessage, escapeSarifUri } from './escape-sarif.ts';
import type { NameEntries } from './name-entries.ts';
import { clip, entriesPhrase } from './wording.ts';

const mostEntries = 20;
/** Code scanning keeps as many, and refuses a result with more than 1,000. */
const mostRelated = 100;
/** UTF-16 units of one text: an upload has 10 MB, compressed, for all. */
const longestText = 4_000;
const longestName = 500;

export type BaselineState = 'new' | 'unchanged';

/** What a run knows of a finding beside itself. */
export interface ResultContext {
  /** The check's place in the run's rules. */
  readonly ruleIndex: number;
  readonly suppressed: SuppressedFinding | undefined;
  readonly baselineState: BaselineState | undefined;
  readonly nameEntries: NameEntries;
}

/** A SARIF `result` (section 3.27). */
export function sarifResult(
  finding: Finding,
  { ruleIndex, suppressed, baselineState, nameEntries }: ResultContext,
): unknown {
  const { check, severity, message, origin, entries, related, rendered, fingerprint } = finding;
  const phrase = entriesPhrase(entries, origin.file, nameEntries);
  const text = phrase === '' ? message : `${message} (${phrase})`;
  return {
    ruleId: check,
    ruleIndex,
    // SARIF's levels have the names of our severities (section 3.27.10).
    level: severity,
    message: { text: escapeSarifMessage(clip(text, longestText)) },
    baselineState,
    locations: [sarifLocation(origin)],
    relatedLocations: related?.slice(0, mostRelated).map((one, index) => ({
      id: index + 1,
      ...sarifLocation(one.origin),
      message: { text: escapeSarifMessage(clip(one.message, longestText)) },
    })),
    partialFingerprints: { 'windtunnelFinding/v1': fingerprint },
    suppressions: suppressed && [
      {
        kind: suppressed.by === 'comment' ? 'inSource' : 'external',
        status: 'accepted',
        justification: clip(suppressed.reason, longestText),
      },
    ],
    // The json report names them all; here 5,000 findings in 256 entries would be more than an upload takes.
    properties: {
      entryCount: entries.length,
      entries: entries.slice(0, mostEntries).map((name) => clip(name, longestName)),
      rendered: rendered && clip(rendered, longestName),
    },
  };
}

/** A SARIF `location` (section 3.28), relative to the root of the source. */
export function sarifLocation(origin: Origin): {
  readonly physicalLocation: unknown;
} {
  return {
    physicalLocation: {
      artifactLocation: { uri: escapeSarifUri(origin.file), uriBaseId: '%SRCROOT%' },
      region: sarifRegion(origin),
    },
  };
}

function sarifRegion({ line, column, endLine, endColumn }: Origin): unknown {
  if (line === 0) return undefined;
  if (column === 0) return { startLine: line, endLine };
  return { startLine: line, startColumn: column, endLine, endColumn };
}
