/** What {@link minorVersion} takes: `1.36`, `v1.36`, `1.36.1`. */
export const kubernetesVersionPattern = /^v?1\.(\d{1,2})(?:\.\d{1,3})?$/;

/** The 36 of `1.36`. */
export function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

/** `1.36` of any way to write a version of Kubernetes; the text itself when it is none. */
export function minorVersion(text: string): string {
  const minor = kubernetesVersionPattern.exec(text)?.[1];
  return minor === undefined ? text : `1.${Number(minor)}`;
}
