import { type TemplateKind, templateReasons } from './template.ts';

// What only Helm's templates have: https://helm.sh/docs/chart_template_guide/. `{{ $labels.instance }}` and
// `{{inputs.parameters.name}}` stand in manifests that are ready, for Prometheus and for Argo to fill in.
const helm =
  /\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\$\.|(?:include|template|toYaml|tpl|required)\s)/;
const directive = /^\s*(?:- +)?(?:\{\{-?\s*(?:if|else|end|range|with|define|block|\/\*)|\{%)/;
// `name: {{ x }}`: no YAML value starts so.
const bareValue = /^\s*(?:- +)?(?:[\w./-]{1,200}:)\s+\{\{/;
// `name: ${CLUSTER}-web`, in one word: a shell's command line has several.
const wordOfVariables = /^\s*(?:- +)?[\w./-]{1,200}:\s+["']?[^\s"'#]*\$\{([^}\s]{1,200})\}[^\s"']*["']?\s*$/;
const blockScalar = /(?::|-)\s+(?:[&!]\S+\s+){0,4}[|>][-+0-9]*(?:\s+#.*)?$/;

/**
 * Why a Kubernetes manifest is not ready to be checked: somebody fills it in first. Undefined when it is. Contents of
 * block scalars do not count: scripts and configurations have templates of their own.
 */
export function manifestTemplate(text: string): string | undefined {
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('${')) return undefined;
  for (const line of structureLines(text)) {
    const kind = kindOfLine(line);
    if (kind !== undefined) return templateReasons[kind];
  }
  return undefined;
}

function kindOfLine(line: string): TemplateKind | undefined {
  if (helm.test(line) || directive.test(line) || bareValue.test(line)) return 'go-or-jinja';
  const variable = wordOfVariables.exec(line)?.[1];
  if (variable === undefined) return undefined;
  return /^[A-Z_][A-Z0-9_]*(?:\W|$)/.test(variable) ? 'environment' : 'terraform';
}

function* structureLines(text: string): Iterable<string> {
  let owner = -1;
  for (const line of text.split(/\r?\n/)) {
    // Longer lines are data.
    if (line.length > 2000) continue;
    const indent = line.search(/\S/);
    if (indent < 0 || (owner >= 0 && indent > owner)) continue;
    owner = -1;
    if (line[indent] === '#') continue;
    yield line;
    if (blockScalar.test(line)) owner = (/^\s*(?:- +){0,50}/.exec(line)?.[0] ?? '').length;
  }
}
