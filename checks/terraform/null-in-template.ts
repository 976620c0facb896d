// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform look like those of JavaScript
import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/null-in-template',
  title: 'Null in a text',
  severity: 'error',
  stage: 'render',
  why: 'A null value cannot be put into a text. It shows only for those who leave the variable unset, which the author of a module seldom does.',
  fix: 'Give the variable a default, use coalesce(), or leave the line out with %{ if }.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/expressions/strings'],
  on: 'render',
  failing: exampleModule([
    'variable "suffix" {',
    '  type    = string',
    '  default = null',
    '}',
    'locals {',
    '  host = "node-${var.suffix}"',
    '}',
  ]),
  passing: exampleModule([
    'variable "suffix" {',
    '  type    = string',
    '  default = null',
    '}',
    'locals {',
    '  host = "node-${coalesce(var.suffix, "a")}"',
    '}',
  ]),
});
