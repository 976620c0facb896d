import { type ConfigLine, configLines } from './content-lines.ts';
import { isJson } from './sniff.ts';

/** Who fills a template in. */
export type TemplateKind = 'terraform' | 'go-or-jinja' | 'environment' | 'unknown';

/** Why a template is not checked as it stands; one wording each, so that the report groups them. */
export const templateReasons: Readonly<Record<TemplateKind, string>> = {
  terraform: 'template; the terraform source renders it',
  'go-or-jinja': 'Go or Jinja template; check what it renders to',
  environment: 'template of environment variables; check what it renders to',
  unknown: 'template; check what it renders to',
};

// Directives and names of Terraform's template language that no shell and no systemd unit has:
// https://developer.hashicorp.com/terraform/language/expressions/strings
const terraformAnywhere = [
  /(?<!%)%\{~?\s*(?:if|for|else|endif|endfor)\b/,
  /(?<!\$)\$\{~?\s*(?:var|local|each|path)\.[a-z_]/,
  /(?<!\$)\$\{~?\s*(?:base64encode|base64gzip|cidrhost|cidrsubnet|coalesce|compact|element|file|format|formatlist|indent|join|jsonencode|length|lookup|lower|replace|split|templatefile|trimspace|upper|yamlencode)\(/,
];

/** `- %%SSH_KEY%%`, `hostname: @NAME@`: what a script puts in by sed or autoconf. No YAML value starts so. */
export const scriptPlaceholder =
  /^\s*(?:- +){0,9}(?:[\w-]{1,100}: +)?(?:%%[A-Za-z_]\w{0,100}%%|@@?[A-Za-z_]\w{0,100}@)/;

/**
 * Tells a template from a config that is ready to be translated. Shell variables in units and scripts,
 * `${HOSTNAME}`, are no sign of a template: they are legal there. `${...}` in the config's own structure is.
 * Undefined: not a template.
 */
export function templateKind(text: string): TemplateKind | undefined {
  if (!/\$\{|%\{|\{\{|\{%|<%|^\s*% |%%|@\w{1,100}@/m.test(text)) return undefined;
  if (isJson(text)) return kindOfJson(text);
  const kinds = new Set<TemplateKind>();
  let inExec = false;
  for (const line of configLines(text)) {
    inExec = line.isContent && (inExec || /^\s*Exec\w+\s*=/.test(line.text));
    const kind = line.isContent ? kindOfContent(line.text, inExec) : kindOfStructure(line);
    if (kind === 'terraform') return kind;
    if (kind) kinds.add(kind);
    inExec &&= line.text.trimEnd().endsWith('\\');
  }
  return kinds.has('go-or-jinja') ? 'go-or-jinja' : [...kinds][0];
}

/** True when Terraform, if it renders the text, changes anything in it. */
export function hasTerraformSyntax(text: string): boolean {
  return text.includes('${') || text.includes('%{');
}

function kindOfContent(text: string, inExec: boolean): TemplateKind | undefined {
  if (terraformAnywhere.some((sign) => sign.test(text))) return 'terraform';
  // In a command line of systemd a doubled dollar stands for one; elsewhere only Terraform doubles it.
  return !inExec && /\$\$\{/.test(text) ? 'terraform' : undefined;
}

function kindOfStructure({ text }: ConfigLine): TemplateKind | undefined {
  if (terraformAnywhere.some((sign) => sign.test(text)) || /\$\$\{/.test(text)) return 'terraform';
  if (/\{\{|\{%|<%|^\s*%\s+(?:for|if|endfor|endif)\b/.test(text)) return 'go-or-jinja';
  if (scriptPlaceholder.test(text)) return 'unknown';
  return kindOfInterpolation(withoutFlowContents(text));
}

function kindOfInterpolation(text: string): TemplateKind | undefined {
  if (!text.includes('${')) return undefined;
  return /\$\{(?![A-Z_][A-Z0-9_]*(?::?[-+?=][^}]{0,200})?\})/.test(text) ? 'terraform' : 'environment';
}

// `{path: /a, contents: {inline: "echo ${x}"}}`: a shell variable of a file that is written in one line.
function withoutFlowContents(text: string): string {
  if (text.length > 2000) return text;
  return text.replace(/(?:contents|inline)["']?\s*:\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*')/g, '');
}

/** JSON is one long line as often as not, so its strings are looked at by their keys. */
function kindOfJson(text: string): TemplateKind | undefined {
  const kinds = new Set<TemplateKind>();
  const look = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const isContent = key === 'contents' || key === 'inline';
    const kind = isContent ? kindOfContent(value, true) : kindOfInterpolation(value);
    if (kind) kinds.add(kind);
    return value;
  };
  try {
    JSON.parse(text, look);
  } catch {
    // Not JSON before it is filled in, or simply broken: only a value without quotes tells.
    if (/[^\\]"\s*:\s*\$\{|%\{~?\s*(?:if|for)\b/.test(text)) return 'terraform';
    return /[^\\]"\s*:\s*\{\{|^\s*\{%/m.test(text) ? 'go-or-jinja' : undefined;
  }
  return kinds.has('terraform') ? 'terraform' : [...kinds][0];
}
