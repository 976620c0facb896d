/** Minors of Kubernetes 1.x whose API is in `schemas/kubernetes.json`; a test holds them equal. */
export const oldestMinor = 31;
export const newestMinor = 37;
