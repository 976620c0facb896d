import type { Core } from '../core/host.ts';
import type { CoreMethods } from '../core/protocol.ts';
import type { ConfigText, Dialect, Platform } from '../model/rendered-cluster.ts';
import { isYamlDocument, parseYaml, type YamlDocument, type YamlPath } from '../yaml/document.ts';
import { textAt } from '../yaml/lookup.ts';
import { inCodePoints, jsonSyntaxEntry, placeJsonError } from './json-errors.ts';
import type { DocumentSubject, TranslatorEntry } from './subjects.ts';
import { placeYamlErrors, splitYamlErrors } from './yaml-errors.ts';

interface Translated {
  readonly dialect: Dialect;
  /** Version of the Ignition specification that an Ignition document declares. */
  readonly specification?: string;
  readonly ignition: string | null;
  readonly entries: readonly TranslatorEntry[];
}

/**
 * Reads one document with the upstream translator of its dialect. Whatever is not accepted becomes entries; a
 * document without Ignition has at least one of kind `error`.
 *
 * `filesDir` is relative to the workspace; `platform` chooses the dynamic data of Container Linux Configs.
 */
export function translateDocument(
  core: Core,
  config: ConfigText,
  filesDir: string,
  platform: Platform | undefined,
): DocumentSubject {
  const translated = translators[config.dialect](core, config, filesDir, platform);
  const yaml = parseYaml(config.text);
  const document = isYamlDocument(yaml) ? yaml : undefined;
  return {
    config: { ...config, dialect: translated.dialect },
    variant: textAt(document?.roots[0], ['variant']) ?? '',
    version: translated.specification ?? textAt(document?.roots[0], ['version']) ?? '',
    entries: completeEntries(translated, document),
    ignition: translated.ignition ?? undefined,
    yaml: document,
    syntaxError: isYamlDocument(yaml) ? undefined : yaml,
  };
}

/** Says apart what upstream says in one breath, and gives it the places that upstream leaves out. */
function completeEntries(
  { dialect, entries }: Translated,
  yaml: YamlDocument | undefined,
): readonly TranslatorEntry[] {
  const said = withoutEchoes(entries.flatMap(splitYamlErrors));
  if (!yaml) return said;
  if (dialect !== 'ignition') return placeYamlErrors(said, yaml);
  // Go's JSON reader stops at the first one.
  return said.length === 1 ? said.map((entry) => placeJsonError(entry, yaml)) : said;
}

// A mode that is refused, or read as decimal, has bits that nobody meant: that is no second mistake.
function withoutEchoes(entries: readonly TranslatorEntry[]): readonly TranslatorEntry[] {
  const isEcho = ({ message }: TranslatorEntry): boolean => message.startsWith('setuid/setgid/sticky bits');
  const refused = new Set(entries.filter((entry) => !isEcho(entry)).map(placeKey));
  return entries.filter((entry) => !isEcho(entry) || !refused.has(placeKey(entry)));
}

function placeKey({ path, line, column }: TranslatorEntry): string {
  return JSON.stringify([path, line, column]);
}

type Translator = (
  core: Core,
  config: ConfigText,
  filesDir: string,
  platform: Platform | undefined,
) => Translated;

const translators: Readonly<Record<Dialect, Translator>> = {
  butane: translateButane,
  'container-linux-config': translateContainerLinuxConfig,
  ignition: readIgnitionDocument,
};

function translateButane(core: Core, config: ConfigText, filesDir: string, platform?: Platform): Translated {
  // Not strict: strictness is decided on the entries, and the later stages want the Ignition all the same.
  const params = { source: config.text, strict: false, pretty: false, filesDir: `/workspace/${filesDir}` };
  const result = core.call('butane.translate', { ...params, raw: false });
  if (result.noVariant && !isButaneByName(config.file)) {
    return translateContainerLinuxConfig(core, config, filesDir, platform);
  }
  // OpenShift's MachineConfig is a wrapper around the Ignition that the machine receives. Butane's verdict is the
  // one on the wrapper: without it, it has remarks on every key that goes into the wrapper only.
  const isWrapped = result.ignition !== null && !result.ignition.startsWith('{');
  const { ignition } = isWrapped ? core.call('butane.translate', { ...params, raw: true }) : result;
  return {
    dialect: 'butane',
    ignition,
    // `butane --strict` refuses a config for any remark.
    entries: withError(result.entries, result.error, result.errorLine, headerPath(result.error ?? '')).map(
      asRefused,
    ),
  };
}

// Butane's errors on its two header keys come without a place.
function headerPath(error: string): YamlPath {
  const variant = /^No translator exists for variant (\S*) with/.exec(error)?.[1];
  if (variant !== undefined) return variants.includes(variant) ? ['version'] : ['variant'];
  if (error.startsWith('error parsing version')) return ['version'];
  return /^error parsing variant|variant has been removed/.test(error) ? ['variant'] : [];
}

// https://coreos.github.io/butane/specs/
const variants: readonly string[] = ['fcos', 'flatcar', 'openshift', 'r4e', 'fiot'];

// Butane itself refuses a text without a variant. terraform-provider-ct took one for a Container Linux Config, as
// long as it read those, but a name that ends so says what its owner means it to be.
function isButaneByName(file: string): boolean {
  return /\.(?:bu|butane|fcc)(?:\.[^/]*)?$/i.test(file);
}

function translateContainerLinuxConfig(
  core: Core,
  config: ConfigText,
  filesDir: string,
  platform?: Platform,
): Translated {
  const params = {
    source: config.text,
    strict: false,
    pretty: false,
    platform: platform ? transpilerPlatforms[platform] : '',
    filesDir: `/workspace/${filesDir}`,
  };
  const result = core.call('clc.convert', params);
  const refused = result.entries.length === 0 ? noKeys : refusedByProvider(core, params);
  const entries = result.entries.map((entry) => (refused.has(entryKey(entry)) ? asRefused(entry) : entry));
  return {
    dialect: 'container-linux-config',
    ignition: result.ignition,
    entries: withError(entries, result.error, 0),
  };
}

const noKeys: ReadonlySet<string> = new Set();

/** terraform-provider-ct's `strict` looks at what the parser says, not at what the conversion warns of. */
function refusedByProvider(core: Core, params: CoreMethods['clc.convert']['params']): ReadonlySet<string> {
  const { error, entries } = core.call('clc.convert', { ...params, strict: true });
  return error === null ? noKeys : new Set(entries.map(entryKey));
}

function asRefused(entry: TranslatorEntry): TranslatorEntry {
  return { ...entry, refused: true };
}

function entryKey({ message, path, line, column }: TranslatorEntry): string {
  return JSON.stringify([message, path, line, column]);
}

function readIgnitionDocument(core: Core, { text }: ConfigText): Translated {
  const result = core.call('ignition.validate', { source: text });
  // Ignition itself knows no strictness; a key that it leaves out is as bad here as in a config.
  const entries = ignitionEntries(result, text).map((entry) =>
    /unused key|unrecognized key/.test(entry.message) ? asRefused(entry) : entry,
  );
  const valid = !entries.some((entry) => entry.kind === 'error');
  return {
    dialect: 'ignition',
    ...(result.version !== null && { specification: result.version }),
    ignition: valid ? text : null,
    entries,
  };
}

function ignitionEntries(result: CoreMethods['ignition.validate']['result'], text: string) {
  const syntax = result.version === null && result.error !== null ? jsonSyntaxEntry(text) : undefined;
  if (syntax) return [syntax];
  const path = /^Ignition version|ignition\.version$/.test(result.error ?? '') ? ['ignition', 'version'] : [];
  return withError(inCodePoints(result.entries.filter(isOfTheConfig), text), result.error, 0, path);
}

// Every Ignition 2.3.0 that the config transpiler writes has an empty `security.tls`. Its Go type is embedded, and
// the validator looks for the keys of an embedded type one level too high; the parser, and so the machine, does not:
// https://github.com/coreos/ignition/blob/v0.35.0/config/v2_3/types/schema.go
export function isOfTheConfig({ message, path }: TranslatorEntry): boolean {
  return message !== 'Config has unrecognized key: tls' || path.join('.') !== 'ignition.security.tls';
}

// Names of the config transpiler: https://github.com/flatcar/container-linux-config-transpiler (config/platform).
const transpilerPlatforms: Readonly<Record<Platform, string>> = {
  aws: 'ec2',
  azure: 'azure',
  'google-cloud': 'gce',
  digitalocean: 'digitalocean',
  openstack: 'openstack-metadata',
  'bare-metal': '',
  hetzner: '',
  vmware: '',
  qemu: '',
};

// Upstream gives some refusals as an error without entries, a YAML syntax error for instance.
function withError(
  entries: readonly TranslatorEntry[],
  error: string | null,
  line: number,
  path: YamlPath = [],
): readonly TranslatorEntry[] {
  if (error === null || entries.some((entry) => entry.kind === 'error')) return entries;
  return [...entries, { kind: 'error', message: error, path, line, column: 0 }];
}
