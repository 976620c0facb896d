import { compareText } from '../model/origin.ts';
import { LineMap } from '../yaml/line-map.ts';

/** A comment `# windtunnel: ignore CHECK[, CHECK] reason`. */
export interface InlineComment {
  readonly file: string;
  readonly line: number;
  /** Of the comment's first character; in code points, from 1. */
  readonly column: number;
  readonly checks: readonly string[];
  /** Empty when none is given: the comment is then without effect. */
  readonly reason: string;
  /** Lines whose findings it is about. */
  readonly covers: readonly number[];
}

// Units and INI files have `;` as well.
const comment = /[#;]\s*windtunnel:\s*ignore(?![\w-])(.*)$/;

/**
 * Finds the comments in a file that a person edits: those of units and scripts inside a config stand in its
 * lines too. A comment on a line of its own is about the next line that is none; one behind something else is
 * about its own line.
 */
export function findInlineComments(file: string, text: string): InlineComment[] {
  // JSON has no comments: what looks like one is part of a text on the machine.
  if (!text.includes('windtunnel:') || /^\s*\{/.test(text)) return [];
  const lines = new LineMap(text);
  const found: InlineComment[] = [];
  for (let number = 1; number <= lines.count; number += 1) {
    const line = lines.line(number) ?? '';
    const match = line.includes('windtunnel:') ? comment.exec(line) : null;
    if (!match) continue;
    const before = line.slice(0, match.index);
    const covered = before.trim() === '' ? [number, nextLine(lines, number)] : [number];
    const column = Array.from(before).length + 1;
    found.push({ file, line: number, column, ...readComment(match[1] ?? ''), covers: covered });
  }
  return found;
}

function nextLine(lines: LineMap, after: number): number {
  let number = after + 1;
  while (/^\s*[#;]/.test(lines.line(number) ?? '')) number += 1;
  return number;
}

/** Takes `family/name, family/name: reason` apart. */
function readComment(text: string): { readonly checks: string[]; readonly reason: string } {
  const checks = new Set<string>();
  let rest = text.trim();
  for (;;) {
    const [all, id, comma] = /^([a-z0-9-]+\/[a-z0-9-]+)(\s*,\s*|(?![^\s:]))/.exec(rest) ?? [];
    if (all === undefined || id === undefined) break;
    checks.add(id);
    rest = rest.slice(all.length);
    if (!comma) break;
  }
  const reason = rest.replace(/^[\s:–—-]+/, '').trim();
  return { checks: [...checks].sort(compareText), reason };
}
