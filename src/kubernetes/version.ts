import { minorOf } from '../model/minor-version.ts';
import type { MatrixEntry } from '../model/rendered-cluster.ts';
import { newestMinor, oldestMinor } from './minors.ts';

/** A version of Kubernetes, and the image or setting that names it. */
export interface NamedVersion {
  /** Of Kubernetes 1.x. */
  readonly minor: number;
  readonly image: string;
}

// What the names of images that are Kubernetes itself end with, old and new; and the variable of Container Linux'
// kubelet-wrapper.
const names = /(?:kube-apiserver|kubelet|hyperkube(?:-amd64)?):$|KUBELET_IMAGE_TAG=$/;
const marker = 'v1.';

/** The newest version of Kubernetes that an image in the text has; undefined when no image is Kubernetes itself. */
export function versionOfImages(text: string): NamedVersion | undefined {
  let newest: NamedVersion | undefined;
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const before = text[at - 1];
    if ((before !== ':' && before !== '=') || !names.test(text.slice(Math.max(at - 20, 0), at))) continue;
    const found = imageAround(text, at);
    if (found && (!newest || found.minor > newest.minor)) newest = found;
  }
  return newest;
}

/** `at`: where its version starts. */
function imageAround(text: string, at: number): NamedVersion | undefined {
  const [version, minor] = /^v1\.(\d{1,2})(?:\.[\w.-]{1,60})?/.exec(text.slice(at, at + 68)) ?? [];
  if (version === undefined) return undefined;
  let start = at;
  while (start > 0 && at - start < 200 && /[\w./:=-]/.test(text[start - 1] ?? '')) start -= 1;
  return { minor: Number(minor), image: withoutVariable(text.slice(start, at) + version) };
}

/** `Environment=KUBELET_IMAGE=quay.io/poseidon/kubelet:v1.34.1` names an image as well. */
function withoutVariable(image: string): string {
  return image.replace(/^(?:\w+=)+(?=[^=]*\/)/, '');
}

/** Fills in the version of an entry: its own setting, an image of its own texts, of the run, or the newest known. */
export function withVersion(
  entry: MatrixEntry,
  own: NamedVersion | undefined,
  ofRun: NamedVersion | undefined,
): MatrixEntry {
  if (entry.kubernetes !== undefined) {
    const from = `${entry.kubernetesFrom ?? ''}${otherApi(minorOf(entry.kubernetes))}`;
    return { ...entry, kubernetesFrom: from };
  }
  const named = own ?? ofRun;
  if (!named) return { ...entry, kubernetes: `1.${newestMinor}`, kubernetesFrom: 'newest known' };
  const from = `image ${named.image}${otherApi(named.minor)}`;
  return { ...entry, kubernetes: `1.${named.minor}`, kubernetesFrom: from };
}

/** Which API stands for that of a version without tables. */
function otherApi(minor: number): string {
  if (minor < oldestMinor) return `, by the API of 1.${oldestMinor}`;
  return minor > newestMinor ? `, by the API of 1.${newestMinor}` : '';
}

/** The newest of several; undefined when none is named. */
export function newestOf(versions: readonly (NamedVersion | undefined)[]): NamedVersion | undefined {
  return versions.reduce((best, one) => (one && (!best || one.minor > best.minor) ? one : best), undefined);
}
