import { type CharSet, rangeSet } from './char-set.ts';
import { parseBracket } from './parse-bracket.ts';
import { readClass } from './parse-class.ts';
import { readEscape } from './parse-escape.ts';
import type { Assertion, RegexNode } from './regex-node.ts';
import { RegexScanner, RegexSyntaxError } from './scanner.ts';

/** Flags that `(?ims)` switches. */
interface Flags {
  readonly fold: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly ungreedy: boolean;
}

// Limits of Go's regexp/syntax.
const mostRepeats = 1000;
const deepest = 1000;

/**
 * Reads a pattern as Go's `regexp.Compile` does (https://pkg.go.dev/regexp/syntax).
 * @throws RegexSyntaxError where Go refuses the pattern
 */
export function parseRegex(pattern: string): RegexNode {
  const parser = new Parser(new RegexScanner(pattern));
  const flags = { fold: false, multiLine: false, dotAll: false, ungreedy: false };
  return parser.pattern(flags);
}

class Parser {
  private depth = 0;
  private readonly scanner: RegexScanner;

  constructor(scanner: RegexScanner) {
    this.scanner = scanner;
  }

  pattern(flags: Flags): RegexNode {
    const node = this.alternation(flags);
    if (!this.scanner.atEnd()) throw new RegexSyntaxError('unexpected )');
    return node;
  }

  private alternation(start: Flags): RegexNode {
    this.depth += 1;
    if (this.depth > deepest) throw new RegexSyntaxError('expression nests too deeply');
    const branches: RegexNode[] = [];
    let flags = start;
    do {
      const branch = this.concatenation(flags);
      flags = branch.flags;
      branches.push(branch.node);
    } while (this.scanner.take('|'));
    this.depth -= 1;
    const [only] = branches;
    return branches.length === 1 && only ? only : { op: 'alternate', items: branches };
  }

  private concatenation(start: Flags): { node: RegexNode; flags: Flags } {
    const items: RegexNode[] = [];
    let flags = start;
    let repeated = false;
    while (!this.scanner.atEnd() && this.scanner.peek() !== '|' && this.scanner.peek() !== ')') {
      const quantifier = this.quantifier();
      if (quantifier) {
        const item = items.pop();
        if (!item) throw new RegexSyntaxError('missing argument to repetition operator');
        if (repeated) throw new RegexSyntaxError('invalid nested repetition operator');
        const lazy = this.scanner.take('?');
        items.push(repeat(item, quantifier, lazy === flags.ungreedy));
        repeated = true;
        continue;
      }
      repeated = false;
      const inline = this.inlineFlags(flags);
      if (inline) flags = inline;
      else items.push(...this.atom(flags));
    }
    return { node: { op: 'concat', items }, flags };
  }

  /** `*`, `+`, `?` or `{2,3}`; a brace that is none of these is a character like others. */
  private quantifier(): { min: number; max: number } | undefined {
    if (this.scanner.take('*')) return { min: 0, max: Infinity };
    if (this.scanner.take('+')) return { min: 1, max: Infinity };
    if (this.scanner.take('?')) return { min: 0, max: 1 };
    const counts = this.scanner.match(/\{(\d+)(,(\d*))?\}/y);
    if (!counts) return undefined;
    const min = Number(counts[1]);
    const max = counts[2] === undefined ? min : counts[3] ? Number(counts[3]) : Infinity;
    const finite = max === Infinity ? min : max;
    if (min > mostRepeats || finite > mostRepeats || max < min) {
      throw new RegexSyntaxError('invalid repeat count');
    }
    return { min, max };
  }

  /** `(?i)`: flags for what follows in this group. */
  private inlineFlags(flags: Flags): Flags | undefined {
    const group = this.scanner.match(/\(\?([imsU]*(?:-[imsU]+)?)\)/y);
    return group && withFlags(flags, group[1] ?? '');
  }

  private atom(flags: Flags): RegexNode[] {
    const { scanner } = this;
    if (scanner.peek() === '(') return [this.group(flags)];
    if (scanner.peek() === '[') return [setNode(parseBracket(scanner, flags.fold))];
    if (scanner.take('.')) return [setNode(rangeSet(flags.dotAll ? [] : [0x0a, 0x0a], true))];
    if (scanner.take('^')) return [assert(flags.multiLine ? 'line-start' : 'text-start')];
    if (scanner.take('$')) return [assert(flags.multiLine ? 'line-end' : 'text-end')];
    if (scanner.peek() === '\\') return this.escape(flags);
    return [literal(scanner.next(), flags)];
  }

  private group(flags: Flags): RegexNode {
    const { scanner } = this;
    scanner.take('(');
    let inner = flags;
    if (scanner.take('?')) {
      const named = scanner.match(/P?<(\w+)>/y);
      const changed = named ? undefined : scanner.match(/([imsU]*(?:-[imsU]+)?):/y);
      if (changed) inner = withFlags(flags, changed[1] ?? '');
      else if (!named) throw new RegexSyntaxError('invalid or unsupported Perl syntax');
    }
    const node = this.alternation(inner);
    if (!scanner.take(')')) throw new RegexSyntaxError('missing closing )');
    return node;
  }

  private escape(flags: Flags): RegexNode[] {
    const { scanner } = this;
    const quoted = scanner.match(/\\Q([\s\S]*?)(?:\\E|$)/y);
    if (quoted) return [...(quoted[1] ?? '')].map((char) => literal(char.codePointAt(0) ?? 0, flags));
    const place = scanner.match(/\\([AzbB])/y);
    if (place) return [assert(places[place[1] ?? ''] ?? 'text-end')];
    const classed = readClass(scanner);
    if (classed) return [setNode(classed)];
    return [literal(readEscape(scanner), flags)];
  }
}

const places: Readonly<Record<string, Assertion>> = {
  A: 'text-start',
  z: 'text-end',
  b: 'word-edge',
  B: 'no-word-edge',
};

function withFlags(flags: Flags, text: string): Flags {
  const [on = '', off = ''] = text.split('-');
  const has = (letter: string, now: boolean) => (now || on.includes(letter)) && !off.includes(letter);
  return {
    fold: has('i', flags.fold),
    multiLine: has('m', flags.multiLine),
    dotAll: has('s', flags.dotAll),
    ungreedy: has('U', flags.ungreedy),
  };
}

/** Repeats within repeats count as their product: `(a{100}){100}` is 10,000 and too many. */
function repeat(item: RegexNode, { min, max }: { min: number; max: number }, greedy: boolean): RegexNode {
  const node: RegexNode = { op: 'repeat', item, min, max, greedy };
  if (Math.max(min, max === Infinity ? 0 : max) >= 2 && copies(node) > mostRepeats) {
    throw new RegexSyntaxError('invalid repeat count');
  }
  return node;
}

function copies(node: RegexNode): number {
  if (node.op === 'concat' || node.op === 'alternate') {
    return node.items.reduce((most, item) => Math.max(most, copies(item)), 1);
  }
  if (node.op !== 'repeat') return 1;
  const times = node.max === Infinity ? node.min : node.max;
  return copies(node.item) * Math.max(times, 1);
}

function setNode(set: CharSet): RegexNode {
  return { op: 'set', set };
}

function literal(char: number, flags: Flags): RegexNode {
  return setNode(rangeSet([char, char], false, flags.fold));
}

function assert(assertion: Assertion): RegexNode {
  return { op: 'assert', assertion };
}
