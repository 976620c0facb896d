import type { Config } from '../config/config.ts';
import { findInlineComments, type InlineComment } from '../config/inline-comments.ts';
import { excerptAt } from '../model/excerpt.ts';
import type { Origin } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import type { OpenSuppressions, SourceLine } from '../model/shard.ts';
import { LineMap } from '../yaml/line-map.ts';

interface SuppressionSource {
  readonly config: Pick<Config, 'folder' | 'suppressions'>;
  readonly baseline: ReadonlySet<string> | undefined;
  readonly readText: (file: string) => string | undefined;
  readonly isWholeWorkspace: boolean;
}

/** What decides on the findings of a run, so that it can be done elsewhere, without the workspace. */
export function openSuppressions(report: Report, source: SuppressionSource): OpenSuppressions {
  const { config, baseline, readText, isWholeWorkspace } = source;
  const lines = new KeptLines(readText);
  for (const { origin, untilOrigin } of config.suppressions) {
    lines.keepAround(origin);
    lines.keepAround(untilOrigin);
  }
  const files = new Set([...report.files, ...report.findings.map(({ origin }) => origin.file)]);
  for (const file of files)
    for (const comment of findInlineComments(file, readText(file) ?? '')) lines.keepComment(comment);
  return {
    isWholeWorkspace,
    folder: config.folder,
    rules: config.suppressions,
    baseline: baseline && [...baseline].sort(),
    lines: lines.all(),
  };
}

/** Lines of files, each once. */
class KeptLines {
  readonly #readText: SuppressionSource['readText'];
  readonly #files = new Map<string, { readonly source: LineMap; readonly lines: Map<number, string> }>();

  constructor(readText: SuppressionSource['readText']) {
    this.#readText = readText;
  }

  /** The lines that an excerpt shows. */
  keepAround(origin: Origin): void {
    const { source } = this.#file(origin.file);
    const excerpt = excerptAt(source, origin);
    if (excerpt) this.#keep(origin.file, excerpt.firstLine, excerpt.firstLine + excerpt.lines.length - 1);
  }

  /** From the comment to the line that it is about. */
  keepComment({ file, line, column, covers }: InlineComment): void {
    this.keepAround({ file, line, column });
    this.#keep(file, line, Math.max(...covers));
  }

  all(): SourceLine[] {
    return [...this.#files].flatMap(([file, { lines }]) =>
      [...lines].sort(([a], [b]) => a - b).map(([line, text]) => ({ file, line, text })),
    );
  }

  #keep(file: string, from: number, to: number): void {
    const { source, lines } = this.#file(file);
    for (let number = from; number <= Math.min(to, source.count); number += 1)
      lines.set(number, source.line(number) ?? '');
  }

  #file(file: string) {
    const known = this.#files.get(file);
    if (known) return known;
    const opened = { source: new LineMap(this.#readText(file) ?? ''), lines: new Map<number, string>() };
    this.#files.set(file, opened);
    // By its first line a text is told to be JSON, which has no comments.
    for (let number = 1; number <= opened.source.count; number += 1) {
      if (opened.source.line(number)?.trim() === '') continue;
      opened.lines.set(number, opened.source.line(number) ?? '');
      break;
    }
    return opened;
  }
}
