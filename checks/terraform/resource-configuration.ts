import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/resource-configuration',
  title: 'Resource that its provider refuses',
  severity: 'error',
  stage: 'render',
  why: 'The provider would refuse this configuration: terraform plan or apply ends with this error.',
  fix: 'Correct the argument that the message names.',
  since: '0.1.0',
  links: ['https://registry.terraform.io/browse/providers'],
  on: 'render',
  failing: exampleModule(['resource "random_password" "token" {', '  length = 0', '}']),
  passing: exampleModule(['resource "random_password" "token" {', '  length = 16', '}']),
});
