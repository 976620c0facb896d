import schema from '../../schemas/windtunnel.schema.json' with { type: 'json' };
import { didYouMean } from '../model/did-you-mean.ts';
import type { YamlNode } from '../yaml/document.ts';
import { childOf, nodeAt, pairOf } from '../yaml/lookup.ts';
import type { SchemaError } from './validate.ts';
import { offsetOfValue } from './yaml-value.ts';

export interface PlacedMessage {
  readonly message: string;
  /** As in {@link YamlNode}. */
  readonly offset: number;
}

/** Says what a schema error means to the person who wrote the file, and where it is. */
export function explainSchemaError(root: YamlNode, error: SchemaError): PlacedMessage {
  const path = pathOf(root, error.instancePath);
  const at = offsetOfValue(nodeAt(root, path));
  const name = path.length === 0 ? 'the file' : `\`${describePath(path)}\``;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const offset = pairOf(nodeAt(root, path), key)?.key.start ?? at;
      return { message: `there is no setting \`${key}\`${where(path)}${hint(key, knownKeys(path))}`, offset };
    }
    case 'required':
      return { message: `${name} needs \`${String(error.params['missingProperty'])}\``, offset: at };
    case 'enum': {
      const allowed = listOf(error.params['allowedValues']);
      const given = String(scalarAt(root, path));
      return { message: `${name} must be one of ${allowed.join(', ')}${hint(given, allowed)}`, offset: at };
    }
    default:
      return { message: `${name} must be ${expected(error)}`, offset: at };
  }
}

const types: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'a mapping of settings',
  string: 'text: put it in quotes if it is a number',
  'string,number,boolean': 'text, a number, true or false',
};

const patterns: Readonly<Record<string, string>> = {
  until: 'a date, YYYY-MM-DD',
  kubernetes: 'a version of Kubernetes, 1.36 for instance',
};

function expected(error: SchemaError): string {
  switch (error.keyword) {
    case 'type':
      return types[String(error.params['type'])] ?? String(error.params['type']);
    case 'minimum':
      return `at least ${String(error.params['limit'])}`;
    case 'maximum':
      return `at most ${String(error.params['limit'])}`;
    default:
      return patterns[error.instancePath.split('/').at(-1) ?? ''] ?? 'more than blanks';
  }
}

function where(path: readonly (string | number)[]): string {
  return path.length === 0 ? '' : ` in \`${describePath(path)}\``;
}

function hint(word: string, candidates: readonly string[]): string {
  const meant = didYouMean(word, candidates);
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`;
}

/** The settings that may stand at a path. */
function knownKeys(path: readonly (string | number)[]): string[] {
  const [section] = path;
  if (section === 'machines') return Object.keys(schema.$defs.machine.properties);
  if (section === 'suppressions') return Object.keys(schema.$defs.suppression.properties);
  if (section === 'terraform') return Object.keys(schema.properties.terraform.properties);
  if (section === 'limits') return Object.keys(schema.properties.limits.properties);
  return Object.keys(schema.properties);
}

/** `machines[0].os-version`, counted from 0 as yq and jq do. */
function describePath(path: readonly (string | number)[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

/** A JSON pointer (RFC 6901) as a path; numbers are indices where the document has a sequence. */
function pathOf(root: YamlNode, pointer: string): (string | number)[] {
  let node: YamlNode | undefined = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const key = node?.kind === 'sequence' ? Number(name) : name;
      node = childOf(node, key);
      return key;
    });
}

function scalarAt(root: YamlNode, path: readonly (string | number)[]): string {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.value : '';
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
