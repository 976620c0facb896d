import type { GoModule } from './go-module.ts';

/** What the tables of one minor are made of. */
export interface KubernetesRelease {
  readonly minor: number;
  /** `k8s.io/kubernetes`: the OpenAPI definitions. */
  readonly kubernetes: GoModule;
  /** `k8s.io/api`: since when and until when each kind is served. */
  readonly api: GoModule;
}

/** The releases that `schemas/kubernetes.json` is made of, with their sums as of sum.golang.org. */
export const kubernetesReleases: readonly KubernetesRelease[] = [
  release(
    '1.31.14',
    'h1:UtjLfqvXLuSVDdJ4+NpQCIfFkKkLnAAVmxAEMsnkhjk=',
    'h1:xYn/S/WFJsksI7dk/5uBRd3Umm/D8W5g7sRnd4csotA=',
  ),
  release(
    '1.32.13',
    'h1:5TGYdZ6YZqdp6h/Rp1vX/4TIoybMPdgv97LCZCtPuNQ=',
    'h1:CAtHUTtSau6UhSGcrypjKXc2365TncaxUtrIfnjUPGE=',
  ),
  release(
    '1.33.13',
    'h1:bmH31xUdSzeA5vk0wZAK9MZp11mdLuzUSeKk0qN3hPQ=',
    'h1:Au/I/J8SXmcCBxp+KiS82451AEaKjVHouB1x3lUm1Wk=',
  ),
  release(
    '1.34.9',
    'h1:qj8W8mftZkTEBMdNjGBp+pKGbvpewrnCiuDp2l4DxtU=',
    'h1:aVsK5NQL7146suJriGuvpi9giNpwIRSHJ8v5HWakwBo=',
  ),
  release(
    '1.35.4',
    'h1:o/8dBC/pHVpYoGV4OAIytAlNPZbdYVTXJHoYvXC4qzM=',
    'h1:P7nFYKl5vo9AGUp1Z+Pmd3p2tA7bX2wbFWCvDeRv988=',
  ),
  release(
    '1.36.4',
    'h1:08GT0ZOMtyCcRnslyvnpWurf1wm20KHbC/aRS+0LxSo=',
    'h1:RxrvqCL6vgH5/+UnTeu1IIFqYmGfy0hnyrod1rn35Oo=',
  ),
  release(
    '1.37.1',
    'h1:LTUzSbp9n0W7649oVKBYfC48zcoD3vCk++1PZQn28q8=',
    'h1:l6N77U7tjwB5L056bgrBTJIEdevac/naBZ3iSvDNfpM=',
  ),
];

function release(version: string, kubernetes: string, api: string): KubernetesRelease {
  const [, minor = '', patch = ''] = version.split('.');
  return {
    minor: Number(minor),
    kubernetes: { path: 'k8s.io/kubernetes', version: `v${version}`, sum: kubernetes },
    api: { path: 'k8s.io/api', version: `v0.${minor}.${patch}`, sum: api },
  };
}
