import { escapeHtml, escapeHtmlBlock } from '../escape-html.ts';

/** Finished HTML. Only this file makes it, so that no text gets onto a page unescaped. */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type { Markup };

/** What may stand in a template: text, which is escaped, or markup, which is not. A list has one part a line. */
export type Part = string | number | Markup | readonly Part[];

const cleaned = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Markup of a template, whose own indentation is left out. Attribute values have to stand in double quotes. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const strings = withoutIndentation(template);
  let text = strings[0] ?? '';
  for (let index = 0; index < parts.length; index += 1) {
    const string = strings[index + 1] ?? '';
    const written = write(parts[index] ?? '');
    // A part that stands on a line of its own and is empty takes its line with it.
    const isEmptyLine = written === '' && text.endsWith('\n') && string.startsWith('\n');
    text += isEmptyLine ? string.slice(1) : written + string;
  }
  return new Markup(text);
}

/** The contents of a style or script element, where no reference is decoded: only for constants of ours. */
export function rawElement(name: 'style' | 'script', constant: string): Markup {
  // https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
  if (/<!--|<\/?(?:script|style)/i.test(constant)) throw new Error(`a ${name} element cannot hold this text`);
  return new Markup(`<${name}>${constant}</${name}>`);
}

/** An opaque text that has been markup before: what {@link Markup.text} gave. */
export function finished(markup: readonly string[]): Markup {
  return new Markup(markup.join('\n'));
}

/** Untrusted lines for a `pre` element, as they stand: tabs and line ends are kept. */
export function preformatted(lines: string): Markup {
  return new Markup(escapeHtmlBlock(lines));
}

function write(part: Part): string {
  if (typeof part === 'string') return escapeHtml(part);
  if (part instanceof Markup) return part.text;
  return typeof part === 'number' ? String(part) : part.map(write).join('\n');
}

function withoutIndentation(template: TemplateStringsArray): readonly string[] {
  const known = cleaned.get(template);
  if (known) return known;
  const last = template.length - 1;
  const strings = template.map((text, index) => {
    const joined = text.replace(/\n\s*/g, '\n');
    const begun = index === 0 ? joined.replace(/^\n/, '') : joined;
    return index === last ? begun.replace(/\n$/, '') : begun;
  });
  cleaned.set(template, strings);
  return strings;
}
