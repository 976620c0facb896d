import type { MatrixEntry } from '../model/rendered-cluster.ts';

/** A version of Kubernetes, and the image or setting that names it. */
export interface NamedVersion {
  /** Of Kubernetes 1.x. */
  readonly minor: number;
  readonly image: string;
}

// What stands before the version in the names of the images that are Kubernetes itself, old and new, and in the
// variable of Container Linux' kubelet-wrapper.
const markers = [
  'kube-apiserver:v1.',
  'kubelet:v1.',
  'hyperkube:v1.',
  'hyperkube-amd64:v1.',
  'KUBELET_IMAGE_TAG=v1.',
] as const;

/** The newest version of Kubernetes that an image in the text has; undefined when no image is Kubernetes itself. */
export function versionOfImages(text: string): NamedVersion | undefined {
  let newest: NamedVersion | undefined;
  for (const marker of markers) {
    for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
      const found = imageAround(text, at, marker.length);
      if (found && (!newest || found.minor > newest.minor)) newest = found;
    }
  }
  return newest;
}

function imageAround(text: string, at: number, length: number): NamedVersion | undefined {
  const tail = /^\d{1,2}(?:\.[\w.-]{1,60})?/.exec(text.slice(at + length, at + length + 64))?.[0];
  if (tail === undefined) return undefined;
  let start = at;
  while (start > 0 && at - start < 200 && /[\w./:-]/.test(text[start - 1] ?? '')) start -= 1;
  return { minor: Number.parseInt(tail, 10), image: text.slice(start, at + length) + tail };
}

/** Fills in the version of an entry: its own setting, an image of its own texts, of the run, or the newest known. */
export function withVersion(
  entry: MatrixEntry,
  own: NamedVersion | undefined,
  ofRun: NamedVersion | undefined,
  newest: number,
): MatrixEntry {
  if (entry.kubernetes !== undefined) return entry;
  const named = own ?? ofRun;
  if (!named) return { ...entry, kubernetes: `1.${newest}`, kubernetesFrom: 'newest known' };
  return { ...entry, kubernetes: `1.${named.minor}`, kubernetesFrom: `image ${named.image}` };
}

/** The newest of several; undefined when none is named. */
export function newestOf(versions: readonly (NamedVersion | undefined)[]): NamedVersion | undefined {
  return versions.reduce((best, one) => (one && (!best || one.minor > best.minor) ? one : best), undefined);
}
