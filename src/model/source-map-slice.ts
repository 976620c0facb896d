import { runWidth, type SourceMap } from './source-map.ts';
import { MappedText } from './source-map-text.ts';

/** Map of the part of a text from one UTF-16 offset to just before another. */
export function sliceMap(map: SourceMap, text: string, start: number, end: number): SourceMap {
  return mapSlicer(map, text)(start, end);
}

/** As {@link sliceMap}, for many parts of one text. */
export function mapSlicer(map: SourceMap, text: string): (start: number, end: number) => SourceMap {
  const mapped = new MappedText(text, map);
  return (start, end) => {
    const builder = new MapBuilder();
    for (let index = mapped.runAt(start); index < mapped.runCount; index += 1) {
      const run = mapped.run(index);
      if (run.start >= end) break;
      const from = Math.max(run.start, start);
      const length = Math.min(run.end, end) - from;
      if (length <= 0) continue;
      const isCut = run.endLine === 0 && run.file !== undefined && from > run.start;
      const { line, column } = isCut ? mapped.moved(run, from) : run;
      builder.add([length, line, column, run.endLine, run.endColumn, run.flags], run.file);
    }
    return builder.map();
  };
}

/** Map of texts that are put one behind the other. */
export function concatMaps(maps: readonly SourceMap[]): SourceMap {
  const builder = new MapBuilder();
  for (const { files, runs } of maps) {
    for (let at = 0; at + runWidth <= runs.length; at += runWidth) {
      const [length = 0, file = -1, ...rest] = runs.slice(at, at + runWidth);
      builder.add([length, ...rest], files[file]);
    }
  }
  return builder.map();
}

/** Map of a text that is the value of one expression, or stands whole for one range of a file. */
export function mapToRange(
  length: number,
  file: string,
  range: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  },
  flags = 0,
): SourceMap {
  return {
    files: [file],
    runs: length === 0 ? [] : [length, 0, range.line, range.column, range.endLine, range.endColumn, flags],
  };
}

class MapBuilder {
  readonly #files = new Map<string, number>();
  readonly #runs: number[] = [];

  /** `numbers`: those of a run without its file. */
  add([length = 0, ...rest]: readonly number[], file: string | undefined): void {
    this.#runs.push(length, file === undefined ? -1 : this.#indexOf(file), ...rest);
  }

  map(): SourceMap {
    return { files: [...this.#files.keys()], runs: this.#runs };
  }

  #indexOf(file: string): number {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    this.#files.set(file, this.#files.size);
    return this.#files.size - 1;
  }
}
