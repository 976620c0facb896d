import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/syntax',
  title: 'Terraform file or template that cannot be read',
  severity: 'error',
  stage: 'render',
  why: 'Terraform stops at the first file that is not HCL. Nothing of the module can be applied, and nothing of it can be checked either.',
  fix: 'Close the block, the bracket, the quote or the template directive that the message names.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/syntax/configuration'],
  on: 'render',
  failing: exampleModule(['locals {', '  name = "node', '}']),
  passing: exampleModule(['locals {', '  name = "node"', '}']),
});
