import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/unknown-reference',
  title: 'Reference to something that nobody declares',
  severity: 'error',
  stage: 'render',
  why: 'A variable, local value, resource, output or attribute of that name does not exist. Terraform plans nothing.',
  fix: 'Correct the name, or declare it.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/expressions/references'],
  on: 'render',
  failing: exampleModule(['locals {', '  name = "node"', '  host = local.nmae', '}']),
  passing: exampleModule(['locals {', '  name = "node"', '  host = local.name', '}']),
});
