import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/validation',
  title: 'Variable whose validation does not hold',
  severity: 'error',
  stage: 'render',
  why: 'The author of the module allows certain values only. Terraform refuses any other before it plans.',
  fix: 'Give a value that the message asks for.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/values/variables#custom-validation-rules'],
  on: 'render',
  failing: exampleModule([
    'variable "size" {',
    '  type    = number',
    '  default = 2',
    '  validation {',
    '    condition     = var.size % 2 == 1',
    '    error_message = "The size of an etcd cluster must be odd."',
    '  }',
    '}',
  ]),
  passing: exampleModule([
    'variable "size" {',
    '  type    = number',
    '  default = 3',
    '  validation {',
    '    condition     = var.size % 2 == 1',
    '    error_message = "The size of an etcd cluster must be odd."',
    '  }',
    '}',
  ]),
});
