import { configWithFile } from '../../src/machine/example-config.ts';
import { jsonMistake } from '../../src/machine/json-syntax.ts';
import { defineCheck } from '../../src/model/check.ts';
import { LineMap } from '../../src/yaml/line-map.ts';

export const check = defineCheck({
  id: 'contents/json-syntax',
  title: 'JSON file that is no JSON',
  severity: 'error',
  stage: 'contents',
  why: 'The program that reads the file stops with an error: Docker does not start, a network plugin does not load.',
  fix: 'Correct the place that is named. JSON has no comments and no comma behind the last member.',
  since: '0.1.0',
  links: ['https://www.rfc-editor.org/rfc/rfc8259'],
  on: 'file',
  *run({ language, text }) {
    const mistake = language === 'json' ? jsonMistake(text) : undefined;
    if (mistake) yield { message: `not JSON: ${mistake.message}`, at: new LineMap(text).at(mistake.offset) };
  },
  failing: { 'worker.yaml': configWithFile('/etc/docker/daemon.json', '{\n  "live-restore": true,\n}\n') },
  passing: { 'worker.yaml': configWithFile('/etc/docker/daemon.json', '{\n  "live-restore": true\n}\n') },
});
