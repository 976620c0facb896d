import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/evaluation',
  title: 'Expression that cannot be evaluated',
  severity: 'error',
  stage: 'render',
  why: 'Terraform cannot compute the value, so that it, and whatever needs it, is missing.',
  fix: 'The message says what stands in the way.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/expressions'],
  on: 'render',
  failing: exampleModule(['locals {', '  pools = { for name in ["a", "a"] : name => 1 }', '}']),
  passing: exampleModule(['locals {', '  pools = { for name in ["a", "b"] : name => 1 }', '}']),
});
