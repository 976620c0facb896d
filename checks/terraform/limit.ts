import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/limit',
  title: 'More than is evaluated',
  severity: 'error',
  stage: 'render',
  why: 'A text, a collection or the number of instances grew beyond what any cluster needs. Evaluating it would take the memory and the time of everybody else, so that it was stopped.',
  fix: 'Make it smaller; if it is right as it is, please report it.',
  since: '0.1.0',
  links: ['https://github.com/windtunnel/windtunnel/blob/main/docs/threat-model.md'],
  on: 'render',
  failing: exampleModule(['resource "null_resource" "many" {', '  count = 1000000', '}']),
  passing: exampleModule(['resource "null_resource" "many" {', '  count = 100', '}']),
});
