import type { Gap } from '../../model/rendered-cluster.ts';
import { mainFile } from '../../model/source-map-file.ts';
import { mapSlicer } from '../../model/source-map-slice.ts';
import type { HeldText } from './held-text.ts';

/** A file of a bundle. */
export interface BundledFile extends Omit<HeldText, 'placeholders'> {
  /** As its header names it: `manifests/coredns/deployment.yaml`. */
  readonly path: string;
}

/** Typhoon's `assets_bundle`: each file behind a header line, for an awk script on the machine to take apart. */
const header = /^##### (\S+)[ \t]*$/gm;

/** True for a text that is many files in one. */
export function isBundle(text: string): boolean {
  return /^##### \S+[ \t]*\n/.test(text);
}

/** Takes a bundle apart as the script on the machine does. `what`: the bundle's name in gaps. */
export function splitBundle(bundle: HeldText, what: string): { files: BundledFile[]; gaps: Gap[] } {
  const { text, map, file: fallback } = bundle;
  const slice = mapSlicer(map, text);
  const heads = [...text.matchAll(header)];
  const files = heads.map((head, index): BundledFile => {
    const start = Math.min(head.index + head[0].length + 1, text.length);
    const end = heads[index + 1]?.index ?? text.length;
    const part = slice(start, end);
    return { path: head[1] ?? '', text: text.slice(start, end), map: part, file: mainFile(part) ?? fallback };
  });
  return { files, gaps: [...repeated(files, what), ...torn(files, what)] };
}

function repeated(files: readonly BundledFile[], what: string): Gap[] {
  const paths = files.map(({ path }) => path);
  const twice = new Set(paths.filter((path, index) => paths.indexOf(path) !== index));
  return [...twice].map((path) => ({
    kind: 'missing',
    what: `${path} of ${what}`,
    why: 'the bundle has two files of this name, which become one where it is unpacked',
  }));
}

/** Scripts look for the marker, not for the whole header: another line with it starts a file that nobody meant. */
function torn(files: readonly BundledFile[], what: string): Gap[] {
  return files
    .filter(({ text }) => /^#####/m.test(text))
    .map(({ path }) => ({
      kind: 'missing',
      what: `${path} of ${what}`,
      why: 'a line of it begins with the marker that separates files, so that the rest of it goes elsewhere',
    }));
}
