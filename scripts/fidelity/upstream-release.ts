import { type GoModule, goModuleFolder } from '../kubernetes/go-module.ts';
import { kubernetesReleases } from '../kubernetes/releases.ts';

/** The release that the list of true mistakes is for, as the oracle and the lab's API server are. */
const reference: GoModule = {
  path: 'k8s.io/kubernetes',
  version: 'v1.34.3',
  sum: 'h1:0TfljWbhEF5DBks+WFMSrvKfxBLo4vnZuqORjLMiyT4=',
};

/** A release of Kubernetes with its pinned module. */
export interface UpstreamRelease {
  /** Of Kubernetes 1.x. */
  readonly minor: number;
  readonly module: GoModule;
  readonly isReference: boolean;
}

/** The release with this version, `1.36.4` for instance; the reference when none is given, undefined when it is not pinned. */
export function upstreamRelease(version?: string): UpstreamRelease | undefined {
  const isReference = version === undefined || `v${version}` === reference.version;
  if (isReference) return { minor: 34, module: reference, isReference };
  const release = kubernetesReleases.find(({ kubernetes }) => kubernetes.version === `v${version}`);
  return release && { minor: release.minor, module: release.kubernetes, isReference };
}

/** Folder of the release's files in Go's module cache; undefined where there is no Go. Downloads it when it must. */
export function upstreamFolder({ module }: UpstreamRelease): string | undefined {
  return goModuleFolder(module);
}
