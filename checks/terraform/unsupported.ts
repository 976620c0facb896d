import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/unsupported',
  title: 'Block or argument that Terraform does not have',
  severity: 'error',
  stage: 'render',
  why: 'Terraform refuses a block or an argument that its language does not have at that place, before anything else is looked at.',
  fix: 'Correct the name, or move the block to where it belongs.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/syntax/configuration'],
  on: 'render',
  failing: exampleModule(['variable "name" {', '  typ = string', '  default = "node"', '}']),
  passing: exampleModule(['variable "name" {', '  type = string', '  default = "node"', '}']),
});
