import { LineMap, type Position } from '../yaml/line-map.ts';
import type { Origin } from './origin.ts';
import { runWidth, type SourceMap } from './source-map.ts';

/** One run of a map, with the offsets that it covers in the rendered text. */
export interface Run {
  /** UTF-16 offsets in the rendered text: first unit, and just behind the last. */
  readonly start: number;
  readonly end: number;
  /** Undefined: nobody knows. */
  readonly file: string | undefined;
  readonly line: number;
  readonly column: number;
  /** 0 for a literal run. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly flags: number;
}

/** A rendered text with its map, made ready for many questions. Offsets are UTF-16; outside the text they are clamped. */
export class MappedText {
  readonly lines: LineMap;
  readonly #text: string;
  readonly #map: SourceMap;
  readonly #ends: readonly number[];

  constructor(text: string, map: SourceMap) {
    this.#text = text;
    this.#map = map;
    this.lines = new LineMap(text);
    this.#ends = cumulate(map.runs, text.length);
  }

  get runCount(): number {
    return this.#ends.length;
  }

  run(index: number): Run {
    const at = index * runWidth;
    const number = (field: number): number => this.#map.runs[at + field] ?? 0;
    return {
      start: this.#ends[index - 1] ?? 0,
      end: this.#ends[index] ?? this.#text.length,
      file: this.#map.files[number(1)],
      line: number(2),
      column: number(3),
      endLine: number(4),
      endColumn: number(5),
      flags: number(6),
    };
  }

  /** The run that holds the unit at an offset; the last one behind the end. */
  runAt(offset: number): number {
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Where the template says what stands at an offset: the range of an expression, or a place without end. */
  at(offset: number): Origin | undefined {
    const run = this.#knownRun(offset);
    if (run?.file === undefined) return undefined;
    const place = { file: run.file, line: run.line, column: run.column };
    if (run.endLine > 0) return { ...place, endLine: run.endLine, endColumn: run.endColumn };
    return { file: run.file, ...this.moved(run, Math.min(Math.max(offset, run.start), run.end)) };
  }

  /** As {@link at}, for what stands from one offset to just before another. */
  range(start: number, end: number): Origin | undefined {
    const first = this.at(start);
    if (!first || end <= start) return first;
    const behind = this.#behind(end);
    const isOneLine = behind?.file === first.file && behind.line === (first.endLine ?? first.line);
    if (
      isOneLine &&
      behind.line === first.line &&
      behind.column > Math.max(first.column, first.endColumn ?? 0)
    )
      return { ...first, endLine: first.line, endColumn: behind.column };
    if (first.endLine !== undefined) return first;
    const stop = Math.min(this.run(this.runAt(start)).end, this.#lineEnd(start));
    const last = stop > start ? this.#behind(stop) : undefined;
    return last ? { ...first, endLine: last.line, endColumn: last.column } : first;
  }

  /** Place in the file of a literal run that belongs to an offset in it, its end included. */
  moved(run: Run, offset: number): Position {
    const from = this.lines.at(run.start);
    const to = this.lines.at(offset);
    if (to.line === from.line) return { line: run.line, column: run.column + to.column - from.column };
    return { line: run.line + to.line - from.line, column: to.column };
  }

  /** The place just behind the unit before an offset. */
  #behind(end: number): Origin | undefined {
    const run = this.run(this.runAt(end - 1));
    if (run.file === undefined) return undefined;
    if (run.endLine > 0) return { file: run.file, line: run.endLine, column: run.endColumn };
    return { file: run.file, ...this.moved(run, end) };
  }

  /** The run of an offset; where nobody knows its file, the next one on the same line, or the one before. */
  #knownRun(offset: number): Run | undefined {
    const here = this.runAt(offset);
    const line = this.lines.lineAt(offset);
    for (let index = here; index < this.runCount; index += 1) {
      const run = this.run(index);
      if (run.start > offset && this.lines.lineAt(run.start) !== line) break;
      if (run.file !== undefined && run.end > run.start) return run;
    }
    for (let index = here - 1; index >= 0; index -= 1) {
      const run = this.run(index);
      if (run.end === run.start) continue;
      if (this.lines.lineAt(run.end - 1) !== line) break;
      if (run.file !== undefined) return run;
    }
    return undefined;
  }

  /** Offset of the end of the line that holds an offset, without its line end. */
  #lineEnd(offset: number): number {
    const line = this.lines.lineAt(offset);
    const start = this.lines.offset(line, 1);
    return start + (this.lines.line(line)?.length ?? 0);
  }
}

/** Where each run ends. What the runs say too much or too little is the last one's: a map is never trusted. */
function cumulate(runs: readonly number[], length: number): number[] {
  const ends: number[] = [];
  let end = 0;
  for (let at = 0; at + runWidth <= runs.length; at += runWidth) {
    end = Math.min(end + Math.max(runs[at] ?? 0, 0), length);
    ends.push(end);
  }
  return ends;
}
