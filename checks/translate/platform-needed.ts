import { defineCheck } from '../../src/model/check.ts';

const config = `etcd:
  version: 3.3.9
  name: "{HOSTNAME}"
systemd:
  units:
    - name: docker.service
      enabled: true
`;

export const check = defineCheck({
  id: 'translate/platform-needed',
  title: 'Dynamic data without a platform',
  severity: 'error',
  stage: 'translate',
  why: 'Names such as `{PRIVATE_IPV4}` in a Container Linux Config come from the platform’s metadata service, and each platform has another one: the transpiler must know which.',
  fix: 'Pass `--platform aws` (or the one you use), or write `platform: aws` in windtunnel.yaml.',
  since: '0.1.0',
  links: [
    'https://github.com/flatcar/container-linux-config-transpiler/blob/flatcar-master/doc/dynamic-data.md',
  ],
  on: 'translator',
  matches: /platform must be specified to use templating/,
  rephrase: () => 'dynamic data needs a platform: pass --platform, or name it in windtunnel.yaml',
  failing: { 'etcd.yaml': config },
  passing: { 'etcd.yaml': config, 'windtunnel.yaml': 'platform: aws\n' },
});
