import type { ImageReference } from '../../model/infrastructure.ts';
import { compareOrigins, compareText } from '../../model/origin.ts';
import type { RenderedText } from '../../model/rendered-cluster.ts';
import { templateOrigins } from '../../model/source-map-locate.ts';
import { type ImagePart, imagePartOnLine, imagesOnLine, type NamedImage } from './image-names.ts';

/** A text that may name images, and what people call it. */
export interface ImageHolder {
  readonly text: RenderedText;
  /** `manifests/coredns/deployment.yaml`, `controller` */
  readonly where: string;
}

/** Of one text: no cluster has so many. */
const mostImages = 5000;

/** The container images that texts name, with the place in the template that names each, in the order of places. */
export function findImages(holders: readonly ImageHolder[]): ImageReference[] {
  const found = new Map<string, ImageReference>();
  for (const holder of holders) {
    let left = mostImages;
    for (const reference of imagesIn(holder)) {
      left -= 1;
      if (left < 0) break;
      const key = JSON.stringify([reference.image, reference.where, reference.origin]);
      if (!found.has(key)) found.set(key, reference);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      compareOrigins(a.origin, b.origin) || compareText(a.image, b.image) || compareText(a.where, b.where),
  );
}

function* imagesIn({ text, where }: ImageHolder): Generator<ImageReference> {
  const locate = templateOrigins(text);
  const parts = new Map<string, ImagePart>();
  const lines = text.text.split('\n');
  for (const [index, line] of lines.entries()) {
    const refer = ({ image, start, end }: NamedImage): ImageReference => ({
      image,
      where: placeOf(where, lines, index),
      origin: locate({
        file: text.file,
        line: index + 1,
        column: columnAt(line, start),
        endLine: index + 1,
        endColumn: columnAt(line, end),
      }),
    });
    for (const named of imagesOnLine(line)) yield refer(named);
    const whole = joinParts(parts, imagePartOnLine(line));
    if (whole) yield refer(whole);
  }
}

/** The second half of an image completes it; its place is that of the tag, which is what changes. */
function joinParts(parts: Map<string, ImagePart>, part: ImagePart | undefined): NamedImage | undefined {
  if (!part) return undefined;
  const other = parts.get(part.variable);
  parts.set(part.variable, part);
  if (!other || other.part === part.part) return undefined;
  const [url, tag] = part.part === 'TAG' ? [other, part] : [part, other];
  return { ...part, image: `${url.image}:${tag.image}` };
}

/** `controller: kubelet.service` where the line is one of a unit. */
function placeOf(where: string, lines: readonly string[], index: number): string {
  for (let at = index; at >= 0 && at > index - longestUnit; at -= 1) {
    const unit = unitOnLine(lines[at] ?? '');
    if (unit !== undefined) return `${where}: ${unit}`;
  }
  return where;
}

/** In lines. */
const longestUnit = 1000;

/** The unit or file of a machine config that begins on a line; manifests have names of other forms. */
function unitOnLine(line: string): string | undefined {
  if (line.length > 300 || !(line.includes('name') || line.includes('path'))) return undefined;
  const [, unit, path] =
    /^\s*(?:-\s+)?["']?(?:name["']?:\s*["']?([\w@.\\:-]+\.(?:service|socket|timer|mount|path))|path["']?:\s*["']?(\/[\w./@-]+))["']?,?\s*$/.exec(
      line,
    ) ?? [];
  return unit ?? path;
}

/** Columns count code points. */
function columnAt(line: string, offset: number): number {
  return [...line.slice(0, offset)].length + 1;
}
