import type { Core } from '../core/host.ts';
import type { ConfigText, Dialect, Platform } from '../model/rendered-cluster.ts';
import { isYamlDocument, parseYaml } from '../yaml/document.ts';
import type { DocumentSubject, TranslatorEntry } from './subjects.ts';

interface Translated {
  readonly dialect: Dialect;
  readonly variant: string;
  readonly version: string;
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
  const translated = translators[config.dialect](core, config.text, filesDir, platform);
  const yaml = parseYaml(config.text);
  return {
    config: { ...config, dialect: translated.dialect },
    variant: translated.variant,
    version: translated.version,
    entries: translated.entries,
    ignition: translated.ignition ?? undefined,
    yaml: isYamlDocument(yaml) ? yaml : undefined,
    syntaxError: isYamlDocument(yaml) ? undefined : yaml,
  };
}

type Translator = (
  core: Core,
  source: string,
  filesDir: string,
  platform: Platform | undefined,
) => Translated;

const translators: Readonly<Record<Dialect, Translator>> = {
  butane: translateButane,
  'container-linux-config': translateContainerLinuxConfig,
  ignition: readIgnitionDocument,
};

function translateButane(core: Core, source: string, filesDir: string, platform?: Platform): Translated {
  // Not strict: strictness is decided on the entries, and the later stages want the Ignition all the same.
  // Raw: OpenShift's MachineConfig is a wrapper around the Ignition that the machine receives.
  const params = { source, strict: false, pretty: false, raw: true, filesDir: `/workspace/${filesDir}` };
  const result = core.call('butane.translate', params);
  if (result.noVariant) return translateContainerLinuxConfig(core, source, filesDir, platform);
  return {
    dialect: 'butane',
    variant: result.variant ?? '',
    version: result.version ?? '',
    ignition: result.ignition,
    entries: withError(result.entries, result.error, result.errorLine),
  };
}

function translateContainerLinuxConfig(
  core: Core,
  source: string,
  _filesDir: string,
  platform?: Platform,
): Translated {
  const params = {
    source,
    strict: false,
    pretty: false,
    platform: platform ? transpilerPlatforms[platform] : '',
  };
  const result = core.call('clc.convert', params);
  return {
    dialect: 'container-linux-config',
    variant: '',
    version: '',
    ignition: result.ignition,
    entries: withError(result.entries, result.error, 0),
  };
}

function readIgnitionDocument(core: Core, source: string): Translated {
  const result = core.call('ignition.validate', { source });
  const entries = withError(result.entries, result.error, 0);
  const valid = !entries.some((entry) => entry.kind === 'error');
  return {
    dialect: 'ignition',
    variant: '',
    version: result.version ?? '',
    ignition: valid ? source : null,
    entries,
  };
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
): readonly TranslatorEntry[] {
  if (error === null || entries.some((entry) => entry.kind === 'error')) return entries;
  return [...entries, { kind: 'error', message: error, path: [], line, column: line === 0 ? 0 : 1 }];
}
