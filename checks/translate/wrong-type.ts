import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/wrong-type',
  title: 'Value of another type than its key takes',
  severity: 'error',
  stage: 'translate',
  why: 'The translator stops at a text where a number belongs, or at a mapping where a list does: there is no Ignition for the machine.',
  fix: 'Write a list with a dash before each item, a boolean as `true` or `false`, a mode as a number. Look at the indentation too: it decides what belongs to what.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/', 'https://coreos.github.io/ignition/specs/'],
  on: 'translator',
  matches: /cannot unmarshal| must be .* \(found: /,
  rephrase: (message) => {
    const yaml = /^cannot unmarshal !!(\w+)(?: `(.*)`)? into (.+)$/.exec(message);
    if (yaml) return said(yaml[3] ?? '', yaml[1] ?? '', yaml[2]);
    const json = /^json: cannot unmarshal (\w+)(?: \S+)? into Go .*?(?: of type (\S+))$/.exec(message);
    return json ? said(json[2] ?? '', json[1] ?? '', undefined) : message;
  },
  failing: { 'worker.yaml': config('yes please') },
  passing: { 'worker.yaml': config('true') },
});

/** What was read, by the tags of YAML and the words of JSON. */
const found: ReadonlyMap<string, string> = new Map([
  ['str', 'the text'],
  ['int', 'the number'],
  ['float', 'the number'],
  ['bool', 'the boolean'],
  ['seq', 'a list'],
  ['map', 'a mapping'],
  ['string', 'a text'],
  ['number', 'a number'],
  ['array', 'a list'],
  ['object', 'a mapping'],
]);

function said(type: string, tag: string, value: string | undefined): string {
  const what = found.get(tag) ?? `a ${tag}`;
  return `expected ${expected(type)}, found ${what}${value === undefined ? '' : ` "${value}"`}`;
}

/** Says a Go type in words: the translators' types are lists, structures and plain values. */
function expected(type: string): string {
  if (type.startsWith('[]')) return 'a list';
  if (type === 'string') return 'a text';
  if (type === 'bool') return 'true or false';
  if (/^u?int\d*$|^float/.test(type)) return 'a number';
  return 'a mapping';
}

function config(enabled: string): string {
  return `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: docker.service
      enabled: ${enabled}
`;
}
