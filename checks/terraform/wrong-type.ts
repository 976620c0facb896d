// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform look like those of JavaScript
import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/wrong-type',
  title: 'Value of the wrong type',
  severity: 'error',
  stage: 'render',
  why: 'Terraform converts a number to a text and the like, but nothing else: a list in the place of a text stops the plan.',
  fix: 'Give a value of the type that is needed, or convert it: join(), jsonencode(), tonumber().',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/expressions/types'],
  on: 'render',
  failing: exampleModule(['locals {', '  names = ["a", "b"]', '  host  = "node-${local.names}"', '}']),
  passing: exampleModule([
    'locals {',
    '  names = ["a", "b"]',
    '  host  = "node-${join("-", local.names)}"',
    '}',
  ]),
});
