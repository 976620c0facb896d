import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/unknown-version',
  title: 'Variant or version that no translator knows',
  severity: 'error',
  stage: 'translate',
  why: 'Variant and version choose the translator. Without one there is no Ignition, and nothing else of the config can be checked.',
  fix: 'Use a released pair, for instance `variant: fcos` with `version: 1.5.0`, or `variant: flatcar` with `version: 1.1.0`. Experimental versions go away with the release that makes them stable. A part that another program puts into a config is none itself: name it under `ignore` in windtunnel.yaml.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/'],
  on: 'translator',
  matches:
    /^No translator exists|parsing (?:variant|version)|Ignition version "[^"]*" is not known|variant has been removed|unsupported config version|invalid config version/i,
  rephrase: (message) =>
    /parsing variant/.test(message) ? 'no variant: Butane does not know what to translate it to' : message,
  failing: { 'worker.yaml': 'variant: fcos\nversion: 1.9.9\n' },
  passing: { 'worker.yaml': 'variant: fcos\nversion: 1.5.0\n' },
});
