import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/variable-value',
  title: 'Variable without a value that fits',
  severity: 'error',
  stage: 'render',
  why: 'A required variable has no value, or the value does not convert to its type. Terraform asks for it, or stops.',
  fix: 'Set it in a .tfvars file, at the call of the module, or under terraform: in windtunnel.yaml.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/values/variables'],
  on: 'render',
  failing: exampleModule(['variable "replicas" {', '  type    = number', '  default = "two"', '}']),
  passing: exampleModule(['variable "replicas" {', '  type    = number', '  default = 2', '}']),
});
