import { defineCheck } from '../../src/model/check.ts';
import { exampleModule } from '../../src/terraform/example-module.ts';

export const check = defineCheck({
  id: 'terraform/module-source',
  title: 'Called module that is not there',
  severity: 'error',
  stage: 'render',
  why: 'A module that cannot be found or fetched leaves out everything that it would have made: machines, certificates and manifests are missing from the result.',
  fix: 'Correct the source; run terraform init where it comes from a registry; or give the run access to the repository.',
  since: '0.1.0',
  links: ['https://developer.hashicorp.com/terraform/language/modules/sources'],
  on: 'render',
  failing: exampleModule(['module "network" {', '  source = "./network"', '}']),
  passing: {
    ...exampleModule(['module "network" {', '  source = "./network"', '}']),
    'network/main.tf': 'locals {\n  cidr = "10.0.0.0/16"\n}\n',
  },
});
