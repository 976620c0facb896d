import { configWithFile } from '../../src/machine/example-config.ts';
import { defineCheck } from '../../src/model/check.ts';
import { isYamlDocument, parseYaml } from '../../src/yaml/document.ts';

export const check = defineCheck({
  id: 'contents/yaml-syntax',
  title: 'YAML file that is no YAML',
  severity: 'error',
  stage: 'contents',
  why: 'The program that reads the file stops with an error: the kubelet does not start, a static pod does not run.',
  fix: 'Correct the place that is named. Indent with spaces, and put quotes around text with ": " or " #" in it.',
  since: '0.1.0',
  links: ['https://yaml.org/spec/1.2.2/'],
  on: 'file',
  *run({ language, text }) {
    // With "{{" in it, it is a template more likely than YAML.
    if (language !== 'yaml' || text.includes('{{')) return;
    const result = parseYaml(text);
    if (isYamlDocument(result)) return;
    yield { message: `not YAML: ${result.message}`, at: { line: result.line, column: result.column } };
  },
  failing: {
    'worker.yaml': config('kind: KubeletConfiguration\n\tstaticPodPath: /etc/kubernetes/manifests\n'),
  },
  passing: {
    'worker.yaml': config('kind: KubeletConfiguration\nstaticPodPath: /etc/kubernetes/manifests\n'),
  },
});

function config(text: string): string {
  return configWithFile('/etc/kubernetes/kubelet.yaml', text);
}
