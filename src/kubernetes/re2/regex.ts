import { Automaton } from './automaton.ts';
import { findMatch, type Match } from './find-match.ts';
import { parseRegex } from './parse.ts';
import { compileProgram, type Program, RegexTooLargeError } from './program.ts';
import { RegexSyntaxError } from './scanner.ts';

/**
 * A pattern as Go's regexp package reads it (RE2), which is what Kubernetes checks patterns with. JavaScript's own
 * expressions have another syntax, and take exponential time for some.
 */
export class Regex {
  private readonly program: Program;
  private readonly automaton: Automaton;

  private constructor(program: Program) {
    this.program = program;
    this.automaton = new Automaton(program);
  }

  /** A text that says why not: `invalid` where Go refuses the pattern, `large` where it asks for too much of us. */
  static compile(pattern: string): Regex | { readonly invalid: string } | { readonly large: string } {
    try {
      return new Regex(compileProgram(parseRegex(pattern)));
    } catch (error) {
      if (error instanceof RegexSyntaxError) return { invalid: error.message };
      if (error instanceof RegexTooLargeError) return { large: 'the pattern repeats too much' };
      throw error;
    }
  }

  /** True when the pattern matches anywhere in `text`. */
  test(text: string): boolean {
    return this.automaton.test(text);
  }

  /** The leftmost match at or behind the UTF-16 unit `from`. */
  find(text: string, from = 0): Match | undefined {
    return findMatch(this.program, text, from);
  }
}

const compiled = new Map<string, ReturnType<typeof Regex.compile>>();
const mostCompiled = 1000;

/** As `Regex.compile`, once for each pattern. */
export function regexOf(pattern: string): ReturnType<typeof Regex.compile> {
  const known = compiled.get(pattern);
  if (known) return known;
  if (compiled.size >= mostCompiled) compiled.clear();
  const regex = Regex.compile(pattern);
  compiled.set(pattern, regex);
  return regex;
}
