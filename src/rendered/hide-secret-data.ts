import { isConfidential } from '../kubernetes/confidential.ts';
import { secretMark } from './hide-secrets.ts';

const secretKind = /^[ \t]*(?:- )?["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m;

/** Values in kubeconfigs, configurations of kubeadm and of encryption at rest. */
const secretValue =
  /^([ \t]*(?:- )?["']?(?:token|password|secret|certificateKey|client-key-data)["']?[ \t]*:)[ \t]+\S.*$/gm;

/**
 * Takes the values out of Kubernetes Secrets and the credentials out of kubeconfigs and their like, and leaves the names
 * that they have: whoever may read a report may not read those. Takes YAML or JSON, of which only the outline is read.
 */
export function hideSecretData(text: string): string {
  if (!isConfidential(text)) return text;
  if (/^\s*[[{]/.test(text)) return hideInJson(text);
  return text
    .split(/^(?=---(?:\s|$))/m)
    .map((document) => {
      if (secretKind.test(document)) return hideInYaml(document);
      return isConfidential(document) ? document.replace(secretValue, `$1 ${secretMark}`) : document;
    })
    .join('');
}

function hideInYaml(document: string): string {
  const shown: string[] = [];
  /** Columns before `data`, and before the names below it; -1 where the lines are outside. */
  let [outer, inner] = [-1, -1];
  for (const line of document.split('\n')) {
    const indent = line.search(/\S/);
    if (outer >= 0 && indent >= 0 && indent <= outer) [outer, inner] = [-1, -1];
    if (outer < 0) {
      const [, head, rest] = /^(\s*(?:- )?["']?(?:data|stringData)["']?[ \t]*:)[ \t]*(.*)$/.exec(line) ?? [];
      if (head !== undefined) outer = head.search(/[^\s-]/);
      shown.push(head === undefined || isEmpty(rest) ? line : `${head} ${secretMark}`);
    } else if (indent < 0) shown.push(line);
    else {
      if (inner < 0) inner = indent;
      // Deeper lines belong to a value.
      const name = indent === inner ? /^\s*(?:"[^"]*"|'[^']*'|[^\s:]+)[ \t]*:/.exec(line)?.[0] : undefined;
      if (name !== undefined) shown.push(`${name} ${secretMark}`);
    }
  }
  return shown.join('\n');
}

function isEmpty(rest: string | undefined): boolean {
  return rest === undefined || /^\s*(?:#.*|\{\s*\}\s*)?$/.test(rest);
}

const secretNames: ReadonlySet<string> = new Set(
  'token password secret certificateKey client-key-data'.split(' '),
);

/** The whole value of a member counts: what JSON holds is seldom laid out in lines. */
function hideInJson(text: string): string {
  try {
    const hidden: unknown = JSON.parse(text, (key, value: unknown) => {
      if (secretNames.has(key) && typeof value === 'string') return secretMark;
      const isData = (key === 'data' || key === 'stringData') && typeof value === 'object' && value !== null;
      return isData ? Object.fromEntries(Object.keys(value).map((name) => [name, secretMark])) : value;
    });
    return `${JSON.stringify(hidden, null, 2)}\n`;
  } catch {
    return `${secretMark}\n`;
  }
}
