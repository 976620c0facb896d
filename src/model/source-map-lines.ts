import { LineMap } from '../yaml/line-map.ts';
import type { RenderedText } from './rendered-cluster.ts';
import { templateOrigins } from './source-map-locate.ts';

/** What messages say of another line of the same text: `the key "b" is there twice: first in line 2`. */
const mention = /\b((?:first in|there already, on) line )(\d{1,9})\b/g;

/** Turns lines of a rendered text that a message names into lines of its template. */
export function templateLines(rendered: RenderedText): (said: string) => string {
  if (!rendered.map) return (said) => said;
  const toTemplate = templateOrigins(rendered);
  return (said) =>
    said.replace(mention, (_, before: string, number: string) => {
      const line = Number(number);
      const column = Math.max(new LineMap(rendered.text).line(line)?.search(/\S/) ?? 0, 0) + 1;
      const origin = toTemplate({ file: rendered.file, line, column });
      if (origin.line === 0) return `${before}${number} of what is rendered`;
      const file = origin.file === rendered.file ? '' : ` of ${origin.file}`;
      return `${before}${origin.line}${file}`;
    });
}
