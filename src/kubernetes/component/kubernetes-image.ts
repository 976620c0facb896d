/** An image that is Kubernetes itself. */
export interface KubernetesImage {
  /** What it runs when it is told nothing else: `kubelet`, `hyperkube`. */
  readonly program: string;
  /** Of Kubernetes 1.x; absent when the tag is no version. */
  readonly minor?: number;
}

const image =
  /^(?:docker:\/\/)?(?:[\w.-]+(?::\d+)?\/)(?:[\w.-]+\/){0,6}(kubelet|hyperkube|kube-apiserver|kube-controller-manager|kube-proxy|kube-scheduler)(?:-(?:amd64|arm64))?(?::([\w.-]+))?(?:@[\w:.-]+)?$/;

/** Units name their image in a variable: `$KUBELET_IMAGE`, `${HYPERKUBE_IMAGE}`. */
const variable = /^\$\{?[A-Z_]*(KUBELET|HYPERKUBE)[A-Z_]*\}?$/;

/** Reads a word that is an image of a component, or the variable that holds one. */
export function readImage(word: string): KubernetesImage | undefined {
  // Longer words are no images, and the pattern is not meant for them.
  if (word.length > 300) return undefined;
  const [, held] = variable.exec(word) ?? [];
  if (held !== undefined) return { program: held.toLowerCase() };
  const [, program, tag = ''] = image.exec(word) ?? [];
  if (program === undefined) return undefined;
  const minor = /^v1\.(\d{1,2})(?:\.|$)/.exec(tag)?.[1];
  return { program, ...(minor !== undefined && { minor: Number(minor) }) };
}
