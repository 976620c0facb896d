/**
 * When each Ignition specification became stable, from Ignition's release notes. An operating system built
 * before that day cannot read it: https://coreos.github.io/ignition/release-notes/
 */
export const specificationReleases: readonly {
  readonly specification: string;
  readonly ignition: string;
  /** Day of the Ignition release, ISO 8601. */
  readonly date: string;
}[] = [
  { specification: '3.0.0', ignition: '2.0.0', date: '2019-06-03' },
  { specification: '3.1.0', ignition: '2.3.0', date: '2020-05-05' },
  { specification: '3.2.0', ignition: '2.7.0', date: '2020-10-13' },
  { specification: '3.3.0', ignition: '2.11.0', date: '2021-06-25' },
  { specification: '3.4.0', ignition: '2.15.0', date: '2023-02-21' },
  { specification: '3.5.0', ignition: '2.20.0', date: '2024-10-22' },
  { specification: '3.6.0', ignition: '2.26.0', date: '2026-02-17' },
];

/** First Flatcar release that reads specification 3.x: https://www.flatcar.org/docs/latest/provisioning/ignition/ */
export const firstFlatcarWithSpecification3 = 3185;

/**
 * Day that a Fedora CoreOS release was built: its second part, `39.20240104.3.0`.
 * Undefined for a version of another form. https://docs.fedoraproject.org/en-US/fedora-coreos/
 */
export function fedoraCoreosBuildDate(version: string): string | undefined {
  const match = /^\d+\.(\d{4})(\d{2})(\d{2})\.\d+\.\d+$/.exec(version);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

/** Major number of a Flatcar release, `3815.2.0`: days since 2013-07-01, the epoch that CoreOS chose. */
export function flatcarMajor(version: string): number | undefined {
  const match = /^(\d+)\.\d+\.\d+/.exec(version);
  return match ? Number(match[1]) : undefined;
}

/** Day that the branch of a Flatcar major number started, ISO 8601. */
export function flatcarBranchDate(major: number): string {
  return new Date(Date.UTC(2013, 6, 1 + major)).toISOString().slice(0, 10);
}
