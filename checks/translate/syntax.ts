import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/syntax',
  title: 'Text that is not YAML or JSON',
  severity: 'error',
  stage: 'translate',
  why: 'Nothing of a config that cannot be read reaches the machine.',
  fix: 'Look at the indentation, the quotes and the brackets of the line and of the one before it.',
  since: '0.1.0',
  links: ['https://yaml.org/spec/1.2.2/'],
  on: 'translator',
  matches:
    /yaml: |^not JSON: |invalid character|unexpected end of JSON|could not find expected|did not find|cannot start any token|control characters are not allowed|not a config \(/i,
  // The line that Go's reader names is often another one than that of the mistake.
  rephrase: (message) =>
    message.replace(/^(?:Error unmarshaling yaml: )?yaml: (?:line \d+: )?/, 'not YAML: '),
  failing: {
    'worker.yaml': 'variant: fcos\nversion: 1.5.0\nsystemd:\n  units:\n    - name: "docker.service\n',
  },
  passing: {
    'worker.yaml':
      'variant: fcos\nversion: 1.5.0\nsystemd:\n  units:\n    - name: "docker.service"\n      enabled: true\n',
  },
});
