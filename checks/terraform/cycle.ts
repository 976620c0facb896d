import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/cycle',
  title: 'Values that depend on each other',
  severity: 'error',
  stage: 'render',
  why: 'Terraform evaluates a value after those that it needs. With a circle among them there is no first one, and it plans nothing.',
  fix: 'Break the circle: compute one of the values from what both have in common.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/internals/graph'],
  on: 'render',
  failing: exampleModule(['locals {', '  one = local.two', '  two = local.one', '}']),
  passing: exampleModule(['locals {', '  one = local.two', '  two = "a"', '}']),
});
