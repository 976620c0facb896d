import { gunzipSync } from 'node:zlib';
import type { TextMap, ValuePath } from '../../core/terraform-protocol.ts';
import { isLiteralRun, runFlags, runWidth, type SourceMap } from '../../model/source-map.ts';
import { mainFile } from '../../model/source-map-file.ts';
import { mapToRange } from '../../model/source-map-slice.ts';
import type { ExtractContext, Holder } from './context.ts';
import { stringAt } from './value-paths.ts';

/** A text among the values of a resource, with the way back to its templates. */
export interface HeldText {
  readonly text: string;
  /** The template that most of it comes from. */
  readonly file: string;
  readonly map: SourceMap;
  /** Addresses of the made up attributes in it. */
  readonly placeholders: readonly string[];
}

/** As long as texts of the core may get, in bytes. */
const mostBytes = 16 * 1024 * 1024;

/**
 * The text at a path of a resource or provisioner, decoded where it is known to be the base64 of one. Undefined where
 * there is none. What comes without a map points at the resource.
 */
export function textAt(context: ExtractContext, holder: Holder, path: ValuePath): HeldText | undefined {
  const value = stringAt(holder, path);
  if (value === undefined) return undefined;
  const said = holder.texts.find((map) => isSamePath(map.path, path));
  const text = said?.encoding === 'base64' ? (decoded(value) ?? value) : value;
  return heldText(context, holder, said, text);
}

/** As {@link textAt} for the attribute of a machine's config, which may be base64 (gzipped or not) unsaid. */
export function encodedTextAt(
  context: ExtractContext,
  holder: Holder,
  path: ValuePath,
): HeldText | undefined {
  const value = stringAt(holder, path);
  if (value === undefined) return undefined;
  const said = holder.texts.find((map) => isSamePath(map.path, path));
  return heldText(context, holder, said, decoded(value) ?? value);
}

function heldText(
  context: ExtractContext,
  holder: Holder,
  said: TextMap | undefined,
  text: string,
): HeldText {
  const file = context.displayPath(holder.range.file);
  if (said && said.files.length > 0 && fits(said, text)) {
    const map = { files: said.files.map(context.displayPath), runs: said.runs };
    return { text, map, file: mainFile(map) ?? file, placeholders: said.placeholders };
  }
  return {
    text,
    map: mapToRange(text.length, file, holder.range, flagsOf(said)),
    file,
    placeholders: said?.placeholders ?? [],
  };
}

/** What is to be said of a text whose source nobody knows. */
function flagsOf(said: TextMap | undefined): number {
  let flags = 0;
  for (let at = 6; at < (said?.runs.length ?? 0); at += runWidth) flags |= said?.runs[at] ?? 0;
  return flags;
}

/** True when a value that no report may show is part of the text; what stands in a template is there for all to read. */
export function holdsSecret({ runs }: SourceMap): boolean {
  for (let at = 0; at + runWidth <= runs.length; at += runWidth) {
    if (((runs[at + 6] ?? 0) & runFlags.secret) !== 0 && !isLiteralRun(runs, at)) return true;
  }
  return false;
}

/** What a text says that is base64; undefined for one that is not, or is not the base64 of a text. */
export function decoded(value: string): string | undefined {
  const base64 = value.trim();
  if (!/^[A-Za-z0-9+/\s]+={0,2}$/.test(base64)) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  return asText(bytes[0] === 0x1f && bytes[1] === 0x8b ? unzipped(bytes) : bytes);
}

function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch {
    return bytes;
  }
}

function asText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isSamePath(a: ValuePath, b: ValuePath): boolean {
  return a.length === b.length && a.every((step, index) => String(step) === String(b[index]));
}

function fits({ runs }: TextMap, text: string): boolean {
  let length = 0;
  for (let at = 0; at < runs.length; at += runWidth) length += runs[at] ?? 0;
  return length === text.length;
}
