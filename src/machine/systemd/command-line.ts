import { isBlank } from './text.ts';
import { splitWords, type Word } from './words.ts';

/** One command of an `Exec...=` value: commands are set apart by a `;` of its own. */
export interface Command {
  /** The prefix characters `@ - : + ! |`. */
  readonly prefix: string;
  /** Path or name of the executable, without prefix; specifiers are not expanded. */
  readonly executable: string;
  /** Where the executable stands in the value, prefix included; UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The words behind the executable. */
  readonly args: readonly Word[];
}

export interface CommandLine {
  readonly commands: readonly Command[];
  /** Where a quote opens that is never closed. */
  readonly unbalanced: number | undefined;
}

/**
 * The commands of an `ExecStart=` and the like.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Command%20lines
 */
export function readCommandLine(value: string): CommandLine {
  const { words, unbalanced } = splitWords(value);
  const commands: Command[] = [];
  let args: Word[] = [];
  let first = true;
  for (const word of words) {
    const { text, start, end } = word;
    if (first) {
      const prefix = /^[-@:+!|]*/.exec(text)?.[0] ?? '';
      args = [];
      commands.push({ prefix, executable: text.slice(prefix.length), start, end, args });
    }
    const isFirst = first;
    first = value[start] === ';' && (end === start + 1 || isBlank(value, start + 1)) && !first;
    if (!isFirst && !first) args.push(word);
  }
  return { commands, unbalanced };
}

/** Directives of [Service], [Socket], [Mount] and [Swap] that hold command lines. */
export function isCommandDirective(key: string): boolean {
  return /^Exec(?:Condition|Start|Reload|Stop)(?:Pre|Post)?$/.test(key);
}
