import { defineCheck } from '../../src/model/check.ts';

export const check = defineCheck({
  id: 'translate/unknown-version',
  title: 'Variant or version that no translator knows',
  severity: 'error',
  stage: 'translate',
  why: 'Variant and version choose the translator. Without one there is no Ignition, and nothing else of the config can be checked.',
  fix: 'Use a released pair, for instance `variant: fcos` with `version: 1.5.0`, or `variant: flatcar` with `version: 1.1.0`. Experimental versions go away with the release that makes them stable.',
  since: '0.1.0',
  links: ['https://coreos.github.io/butane/specs/'],
  on: 'translator',
  matches:
    /^No translator exists|parsing version|variant has been removed|unsupported config version|invalid config version/i,
  failing: { 'worker.yaml': 'variant: fcos\nversion: 1.9.9\n' },
  passing: { 'worker.yaml': 'variant: fcos\nversion: 1.5.0\n' },
});
