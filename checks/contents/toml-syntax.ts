import { parse, TomlError } from 'smol-toml';
import { configWithFile } from '../../src/machine/example-config.ts';
import { codePoints } from '../../src/machine/systemd/text.ts';
import { defineCheck, type TextPlace } from '../../src/model/check.ts';
import { LineMap } from '../../src/yaml/line-map.ts';

export const check = defineCheck({
  id: 'contents/toml-syntax',
  title: 'TOML file that is no TOML',
  severity: 'error',
  stage: 'contents',
  why: 'The program that reads the file stops with an error: containerd or Zincati does not start.',
  fix: 'Correct the place that is named. Strings need quotes, and no key may be set twice.',
  since: '0.1.0',
  links: ['https://toml.io/en/v1.0.0'],
  on: 'file',
  *run({ language, text }) {
    if (language !== 'toml') return;
    try {
      parse(text, { integersAsBigInt: 'asNeeded' });
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      // The message goes on with an excerpt, which the report has its own of.
      const [first = ''] = error.message.split('\n');
      yield {
        message: `not TOML: ${first.replace(/^Invalid TOML document: /, '')}`,
        at: placeOf(text, error),
      };
    }
  },
  failing: { 'worker.yaml': config('[updates]\nstrategy = periodic\n') },
  passing: { 'worker.yaml': config('[updates]\nstrategy = "periodic"\n') },
});

/** The parser counts a column's UTF-16 code units. */
function placeOf(text: string, { line, column }: TomlError): TextPlace {
  const before = (new LineMap(text).line(line) ?? '').slice(0, column - 1);
  return { line, column: codePoints(before) + 1 };
}

function config(text: string): string {
  return configWithFile('/etc/zincati/config.d/55-updates.toml', text);
}
