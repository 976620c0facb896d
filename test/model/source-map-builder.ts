import type { SourceMap } from '../../src/model/source-map.ts';
import { LineMap } from '../../src/yaml/line-map.ts';

/** Puts a rendered text together from pieces of template files, and writes its map. */
export class RenderedBuilder {
  text = '';
  readonly #files: string[] = [];
  readonly #runs: number[] = [];

  /** A piece of a file as it stands there, by offsets. */
  literal(file: string, template: string, start = 0, end = template.length): this {
    const { line, column } = new LineMap(template).at(start);
    return this.#add(template.slice(start, end), file, [line, column, 0, 0, 0]);
  }

  /** The value of the first `${…}` with that text in a file. */
  value(file: string, template: string, expression: string, value: string, flags = 0): this {
    const start = template.indexOf(expression);
    const lines = new LineMap(template);
    const from = lines.at(start);
    const to = lines.at(start + expression.length);
    return this.#add(value, file, [from.line, from.column, to.line, to.column, flags]);
  }

  /** A piece of which nobody knows where it comes from. */
  unknown(text: string): this {
    return this.#add(text, undefined, [0, 0, 0, 0, 0]);
  }

  /** A template with its `${…}` replaced by values; each value once. */
  template(file: string, template: string, values: Readonly<Record<string, string>>): this {
    let at = 0;
    for (const [name, value] of Object.entries(values)) {
      const expression = `\${${name}}`;
      const start = template.indexOf(expression);
      this.literal(file, template, at, start).value(file, template, expression, value);
      at = start + expression.length;
    }
    return this.literal(file, template, at);
  }

  get map(): SourceMap {
    return { files: this.#files, runs: this.#runs };
  }

  #add(text: string, file: string | undefined, rest: readonly number[]): this {
    if (file !== undefined && !this.#files.includes(file)) this.#files.push(file);
    this.#runs.push(text.length, file === undefined ? -1 : this.#files.indexOf(file), ...rest);
    this.text += text;
    return this;
  }
}
