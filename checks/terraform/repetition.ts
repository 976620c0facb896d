import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/repetition',
  title: 'count or for_each that cannot be used',
  severity: 'error',
  stage: 'render',
  why: 'count takes a whole number from 0 on, for_each a map or a set of texts; both must be known before anything is made.',
  fix: 'Convert a list with toset(), give null an alternative, and keep secrets out of it.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/meta-arguments/for_each'],
  on: 'render',
  failing: exampleModule(['resource "null_resource" "each" {', '  for_each = ["a", "b"]', '}']),
  passing: exampleModule(['resource "null_resource" "each" {', '  for_each = toset(["a", "b"])', '}']),
});
