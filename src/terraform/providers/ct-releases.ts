import { highestVersion, lowestVersion } from './version-constraint.ts';

/** What the releases of terraform-provider-ct read and give. */
export interface CtFacts {
  /** A config without `variant` is read as Container Linux Config. */
  readonly readsContainerLinuxConfigs: boolean;
  /** Newest Ignition of Butane configs, `3.4.0`; `2.2.0` where it reads Container Linux Configs only. */
  readonly newestIgnition: string;
  /** Every Butane config comes out as {@link newestIgnition}, whatever its own version. */
  readonly raisesVersion: boolean;
  /** Has `files_dir`. */
  readonly readsFiles: boolean;
}

/**
 * Where a release differs from the one before it.
 * https://github.com/poseidon/terraform-provider-ct/blob/main/CHANGES.md
 */
const releases: readonly (Partial<CtFacts> & { readonly version: string })[] = [
  { version: '0.1.0' },
  { version: '0.2.0' },
  { version: '0.2.1' },
  { version: '0.3.0', newestIgnition: '2.2.0' },
  { version: '0.3.1' },
  { version: '0.3.2' },
  // https://github.com/poseidon/terraform-provider-ct/pull/52
  { version: '0.4.0', newestIgnition: '3.0.0' },
  { version: '0.5.0' },
  { version: '0.5.1' },
  // https://github.com/poseidon/terraform-provider-ct/pull/63
  { version: '0.6.0', newestIgnition: '3.1.0' },
  { version: '0.6.1' },
  // https://github.com/poseidon/terraform-provider-ct/pull/71
  { version: '0.7.0', newestIgnition: '3.2.0' },
  { version: '0.7.1' },
  { version: '0.8.0' },
  // https://github.com/poseidon/terraform-provider-ct/pull/100
  { version: '0.9.0', newestIgnition: '3.3.0' },
  { version: '0.9.1' },
  { version: '0.9.2' },
  // https://github.com/poseidon/terraform-provider-ct/pull/116
  { version: '0.10.0', raisesVersion: true },
  { version: '0.11.0' },
  // https://github.com/poseidon/terraform-provider-ct/pull/132
  { version: '0.12.0', readsContainerLinuxConfigs: false },
  // https://github.com/poseidon/terraform-provider-ct/pull/159
  { version: '0.13.0', newestIgnition: '3.4.0' },
  // https://github.com/poseidon/terraform-provider-ct/commit/5d67e66
  { version: '0.14.0', readsFiles: true },
];

const first: CtFacts = {
  readsContainerLinuxConfigs: true,
  newestIgnition: '2.0.0',
  raisesVersion: false,
  readsFiles: false,
};

/**
 * What the lowest release that a constraint allows does (`~> 0.13`, `>= 0.9, < 0.12`); the newest one's facts when
 * there is no constraint, or none that a known release meets.
 */
export function ctFacts(constraint: string | null): CtFacts {
  return factsOf(lowestVersion(constraint, versions));
}

/** The newest Ignition of any release that a constraint allows: what is newer, none of them gives. */
export function newestIgnitionOf(constraint: string | null): string {
  return factsOf(highestVersion(constraint, versions)).newestIgnition;
}

const versions = releases.map(({ version }) => version);

function factsOf(chosen: string | undefined = versions.at(-1)): CtFacts {
  let facts = first;
  for (const { version, ...changes } of releases) {
    facts = { ...facts, ...changes };
    if (version === chosen) break;
  }
  return facts;
}
