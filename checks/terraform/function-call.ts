import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/function-call',
  title: 'Function that refuses its arguments',
  severity: 'error',
  stage: 'render',
  why: 'The function cannot be computed from these arguments, so that the value, and whatever needs it, is missing.',
  fix: 'Correct the argument that the message names.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/functions'],
  on: 'render',
  failing: exampleModule(['locals {', '  dns = cidrhost("10.3.0.0", 10)', '}']),
  passing: exampleModule(['locals {', '  dns = cidrhost("10.3.0.0/16", 10)', '}']),
});
