/** An image that a line names, and where on the line: UTF-16 offsets. */
export interface NamedImage {
  readonly image: string;
  readonly start: number;
  readonly end: number;
}

/** Longer ones are lines of data. */
const longestLine = 2000;

const registry = String.raw`(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,18}(?::\d{1,5})?`;
const repository = String.raw`[a-z0-9][\w.-]{0,100}(?:/[a-z0-9][\w.-]{0,100}){0,8}`;
const tag = String.raw`:[\w][\w.-]{0,127}`;
const digest = '@sha256:[0-9a-f]{64}';

// `image: x` of manifests, `--image=x`, and `FOO_IMAGE=x` of Environment= lines and scripts.
const keyed = new RegExp(
  String.raw`(?:^\s*(?:-\s+)?["']?image["']?:\s*|--image[= ]|\b[A-Z][A-Z0-9_]*IMAGE=)["']?(?:docker://)?((?:${registry}/)?${repository}(?:${tag})?(?:${digest})?)(?=$|[\s"',\\])`,
);
// Anywhere else an image has to show that it is one: by its registry and by its tag or digest.
const qualified = new RegExp(
  String.raw`(?:^|[\s"'=]|docker://)(${registry}/${repository}(?:${tag}(?:${digest})?|${digest}))(?=$|[\s"',;\\])`,
  'g',
);
// The variables of Container Linux's kubelet-wrapper and etcd-wrapper name repository and tag apart.
const separate = /\b([A-Z][A-Z0-9_]*IMAGE)_(URL|TAG)=["']?(?:docker:\/\/)?([\w./:-]{1,300})/;

/** The container images that a line of a manifest, unit file or script names. Comments name none. */
export function imagesOnLine(line: string): NamedImage[] {
  const hasKey = line.includes('image') || line.includes('IMAGE');
  const hasAddress = line.includes('/') && line.includes('.') && (line.includes(':') || line.includes('@'));
  // Nearly all lines are done here.
  if ((!hasKey && !hasAddress) || line.length > longestLine || /^\s*(?:#|\/\/)/.test(line)) return [];
  const matches = [hasKey ? keyed.exec(line) : null, ...(hasAddress ? line.matchAll(qualified) : [])];
  const found = matches.flatMap((match): NamedImage[] => {
    const image = match?.[1];
    if (match === null || image === undefined) return [];
    const end = match.index + match[0].length;
    return [{ image, start: end - image.length, end }];
  });
  return found.filter(({ start }, index) => found.findIndex((one) => one.start === start) === index);
}

/** Half of an image: `KUBELET_IMAGE_URL=…` or `KUBELET_IMAGE_TAG=…`. */
export interface ImagePart extends NamedImage {
  readonly variable: string;
  readonly part: 'URL' | 'TAG';
}

/** The variable of a wrapper script that a line sets, if it sets one. */
export function imagePartOnLine(line: string): ImagePart | undefined {
  if (!line.includes('IMAGE_') || line.length > longestLine || /^\s*#/.test(line)) return undefined;
  const match = separate.exec(line);
  const [whole = '', variable = '', part, image = ''] = match ?? [];
  if (!match || (part !== 'URL' && part !== 'TAG')) return undefined;
  const end = match.index + whole.length;
  return { variable, part, image, start: end - image.length, end };
}
