import { scriptPlaceholder, type TemplateKind, templateReasons } from './template.ts';

// What only Helm's templates have: https://helm.sh/docs/chart_template_guide/. `{{ $labels.instance }}` and
// `{{inputs.parameters.name}}` stand in manifests that are ready, for Prometheus and for Argo to fill in.
const helm =
  /\{\{-?\s*(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\$\.|(?:include|template|toYaml|tpl|required)\s)/;
const directive = /^\s*(?:- +)?(?:\{\{-?\s*(?:if|else|end|range|with|define|block|\/\*)|\{%)/;
// `name: {{ x }}`: no YAML value starts so.
const bareValue = /^\s*(?:- +)?(?:[\w./-]{1,200}:)\s+\{\{/;
// `name: worker-{{ .Index }}`, `example.com/gpu-{{.Index}}: 1`: a part of one word, filled in from a Go program's
// field. `{{.cluster}}` with a small letter may be for Argo CD's ApplicationSets, and words of a text for Alertmanager.
const partOfWord =
  /^\s*(?:- +)?(?:[\w./-]{1,200}: +["']?)?[^\s"'#:{}]{1,200}\{\{-?\s*(?:\w{1,50} )?\.[A-Z]\w*(?: [\w.]{1,50})?\s*-?\}\}[^\s"']{0,200}["']?:?(?:\s|$)/;
// `"cpu": "{{CPU}}m"`: what a script puts in by sed.
const capitals = /\{\{ ?[A-Z][A-Z0-9_]{0,100} ?\}\}/;
// `caBundle: __CA_CERT__`, and lines of nothing else; `__name__` is Prometheus'.
const underscored =
  /^\s*(?:- +)?(?:["']?[\w./-]{1,200}["']?: +)?["']?__[A-Z][A-Z0-9]{0,50}(?:_{1,2}[A-Z0-9]{1,50}){0,10}__/;
// `name: ${CLUSTER}-web`, in one word: a shell's command line has several.
const wordOfVariables = /^\s*(?:- +)?[\w./-]{1,200}:\s+["']?[^\s"'#]*\$\{([^}\s]{1,200})\}[^\s"']*["']?\s*$/;
// Looked for first, because that takes no time.
const signs = ['{{', '{%', '${', '__', '%%', '@'];
const mayHavePlaceholder = /\{[{%]|\$\{|__[A-Z]|%%|@\w{1,100}@/;
const blockScalar = /(?::|-)\s+(?:[&!]\S+\s+){0,4}[|>][-+0-9]*(?:\s+#.*)?$/;

/**
 * Why a Kubernetes manifest is not ready to be checked: somebody fills it in first. Undefined when it is. Contents of
 * block scalars do not count: scripts and configurations have templates of their own.
 */
export function manifestTemplate(text: string): string | undefined {
  if (!signs.some((sign) => text.includes(sign)) || !mayHavePlaceholder.test(text)) return undefined;
  for (const line of structureLines(text)) {
    const kind = kindOfLine(line);
    if (kind !== undefined) return templateReasons[kind];
  }
  return undefined;
}

/** Why a text that is no template is not what a cluster gets, by keys that only such texts have. */
export function unfinishedReason(text: string): string | undefined {
  // https://github.com/getsops/sops: its own key beside values that became `ENC[...]`.
  if (text.includes('ENC[') && /^(?:sops:| {1,2}"sops":|\t"sops":)/m.test(text))
    return 'encrypted with SOPS; check what it decrypts to';
  // https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md
  if (text.includes('$patch') && /^\s*(?:- +)?["']?\$patch["']?:/m.test(text))
    return 'patch for kustomize; check what it builds';
  // kustomize puts its own namespace there: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/namespace/
  if (
    text.includes('name: _') &&
    /^kind: Namespace\s*$/m.test(text) &&
    /^ {1,8}name: _\s*(?:#|$)/m.test(text)
  )
    return 'namespace without a name, for kustomize; check what it builds';
  return undefined;
}

function kindOfLine(line: string): TemplateKind | undefined {
  if ([helm, directive, bareValue, partOfWord, capitals].some((sign) => sign.test(line)))
    return 'go-or-jinja';
  if (underscored.test(line) || scriptPlaceholder.test(line)) return 'unknown';
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
