import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/condition',
  title: 'Condition that does not hold',
  severity: 'error',
  stage: 'render',
  why: 'A precondition or postcondition is not true: Terraform stops there. Of an assertion in a check block it only warns.',
  fix: 'Change what the message is about, or the condition.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/expressions/custom-conditions'],
  on: 'render',
  failing: exampleModule([
    'output "host" {',
    '  value = "node"',
    '  precondition {',
    '    condition     = length("node") > 8',
    '    error_message = "The name is too short."',
    '  }',
    '}',
  ]),
  passing: exampleModule([
    'output "host" {',
    '  value = "node"',
    '  precondition {',
    '    condition     = length("node") > 3',
    '    error_message = "The name is too short."',
    '  }',
    '}',
  ]),
});
