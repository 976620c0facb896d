// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform look like those of JavaScript
import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/file-access',
  title: 'File that is not there, or may not be read',
  severity: 'error',
  stage: 'render',
  why: 'The file is missing, so that Terraform stops; or it lies outside of the workspace, where a pull request must not be able to read: windtunnel never opens such a file.',
  fix: 'Correct the path (it is relative to where Terraform is started: begin with ${path.module}), or keep the file in the repository.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/functions/file'],
  on: 'render',
  failing: exampleModule(['locals {', '  motd = file("${path.module}/motd")', '}']),
  passing: { ...exampleModule(['locals {', '  motd = file("${path.module}/motd")', '}']), motd: 'hello\n' },
});
