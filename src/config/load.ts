import path from 'node:path';
import { compareOrigins, compareText } from '../model/origin.ts';
import { decode } from '../sources/workspace/decode.ts';
import type { Workspace } from '../sources/workspace.ts';
import { isYamlDocument, parseYaml, type YamlDocument } from '../yaml/document.ts';
import { type Config, type ConfigError, defaultConfig } from './config.ts';
import { explainSchemaError } from './schema-errors.ts';
import { toConfig } from './to-config.ts';
import { validate } from './validate.ts';
import { toValue, type ValueError } from './yaml-value.ts';

export type LoadedConfig =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'errors'; readonly errors: readonly ConfigError[] };

export interface LoadOptions {
  /** The file to read, relative to the workspace, where the command line names one. */
  readonly file?: string;
  /** Ids of all checks, which suppressions may name. */
  readonly knownChecks: Iterable<string>;
}

const fileNames = ['windtunnel.yaml', 'windtunnel.yml'];

/**
 * Reads the settings of a workspace: the `windtunnel.yaml` that is named, or the nearest one from the folder of
 * all targets upwards, or the defaults. All that is wrong in it is answered at once, in the order of its lines.
 */
export function loadConfig(workspace: Workspace, options: LoadOptions): LoadedConfig {
  const file = options.file ?? findConfigFile(workspace);
  if (file === undefined) return { kind: 'config', config: defaultConfig };
  const read = workspace.read(file);
  if (read.kind !== 'bytes') {
    const reason = read.kind === 'too-large' ? 'too large for a configuration' : read.reason;
    return wholeFileError(file, reason);
  }
  const decoded = decode(read.bytes);
  if (decoded.kind === 'binary') return wholeFileError(file, 'a binary file: it holds NUL bytes');
  if (decoded.kind === 'invalid') return wholeFileError(file, `not UTF-8 at byte offset ${decoded.offset}`);
  return readConfig(file, decoded.text, new Set(options.knownChecks), (name) => workspace.has(name));
}

/** The nearest `windtunnel.yaml` of the folder that holds all targets, or of one above it. */
function findConfigFile(workspace: Workspace): string | undefined {
  const folders = workspace.targets.map((target) =>
    target.kind === 'folder' ? target.path : withoutDot(path.posix.dirname(target.path)),
  );
  let folder = folders[0] ?? '';
  while (folder !== '' && !folders.every((each) => `${each}/`.startsWith(`${folder}/`)))
    folder = parent(folder);
  for (;;) {
    const found = fileNames.map((name) => path.posix.join(folder, name)).find((name) => workspace.has(name));
    if (found !== undefined || folder === '') return found;
    folder = parent(folder);
  }
}

/**
 * Reads the text of a configuration.
 *
 * @param file its path, for places
 * @param exists whether the workspace has a file or folder
 */
export function readConfig(
  file: string,
  text: string,
  knownChecks: ReadonlySet<string>,
  exists: (path: string) => boolean,
): LoadedConfig {
  const document = parseYaml(text);
  if (!isYamlDocument(document)) {
    const { message, line, column } = document;
    return { kind: 'errors', errors: [{ message, origin: { file, line, column } }] };
  }
  const [root, second] = document.roots;
  const found: ValueError[] = [];
  if (second)
    found.push({ message: 'a second document: the settings are one document', offset: second.start });
  const value = root ? toValue(root, found) : {};
  const validated = validate(value ?? {});
  if (!validated.valid && root) {
    found.push(...validated.errors.map((error) => explainSchemaError(root, error)));
  }
  if (!validated.valid || found.length > 0) return placed(file, document, found);
  const { config, errors } = toConfig(file, document, validated.config, knownChecks, exists);
  return errors.length > 0 ? placed(file, document, errors) : { kind: 'config', config };
}

function placed(file: string, document: YamlDocument, errors: readonly ValueError[]): LoadedConfig {
  const sorted = errors
    .map(({ message, offset }) => ({
      message,
      origin: { file, ...document.lines.at(Math.max(offset, 0)) },
    }))
    .sort((a, b) => compareOrigins(a.origin, b.origin) || compareText(a.message, b.message));
  return { kind: 'errors', errors: sorted };
}

function wholeFileError(file: string, message: string): LoadedConfig {
  return { kind: 'errors', errors: [{ message, origin: { file, line: 0, column: 0 } }] };
}

function parent(folder: string): string {
  return withoutDot(path.posix.dirname(folder));
}

function withoutDot(folder: string): string {
  return folder === '.' ? '' : folder;
}
