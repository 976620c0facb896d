/** A pattern that Go's regexp package does not compile. */
export class RegexSyntaxError extends Error {}

/** Steps through a pattern by code points. */
export class RegexScanner {
  private position = 0;
  readonly pattern: string;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  atEnd(): boolean {
    return this.position >= this.pattern.length;
  }

  /** The character here, as text; empty at the end. */
  peek(): string {
    return this.pattern.charAt(this.position);
  }

  /** Steps over `text` where it stands here. */
  take(text: string): boolean {
    if (!this.pattern.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  /** The code point here, stepped over. */
  next(): number {
    const char = this.pattern.codePointAt(this.position);
    if (char === undefined) throw new RegexSyntaxError('unexpected end of pattern');
    this.position += char > 0xffff ? 2 : 1;
    return char;
  }

  /** Steps over what the sticky `expression` matches here. */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.position;
    const found = expression.exec(this.pattern);
    if (found) this.position += found[0].length;
    return found ?? undefined;
  }
}
