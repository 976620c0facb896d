import path from 'node:path';
import type { Core } from '../../core/host.ts';
import type { ResourceRequest } from '../../core/terraform-protocol.ts';
import { cached } from './cached.ts';
import { Configuration } from './configuration.ts';
import { type CtFacts, ctFacts } from './ct-releases.ts';
import { type Emulate, family } from './family.ts';
import { hashcode } from './hashcode.ts';

/**
 * `data.ct_config`, by the translators that the provider links. A config that they refuse is no problem here: the
 * machine stage reports it, with its place.
 * https://registry.terraform.io/providers/poseidon/ct/latest/docs/data-sources/ct_config
 */
const ctConfig: Emulate = (request, { core, rootFolder }) => {
  const config = new Configuration(request);
  config.require('content');
  const asked = readConfig(config, request, rootFolder ?? '/workspace');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const isKnown = config.isKnown('content', 'snippets');
  const ignition = isKnown ? render(core, asked) : undefined;
  const rendered = ignition ?? `{"ignition":{"version":"${asked.facts.newestIgnition}"}}`;
  const values = { id: hashcode(rendered), rendered };
  return {
    values,
    ...(config.isSecret('content', 'snippets') && { secret: ['rendered'] }),
    ...(ignition === undefined && { placeholders: ['id', 'rendered'] }),
  };
};

/** Files may differ from one workspace to the next; a config without them gives the same wherever it stands. */
const byContent = cached(ctConfig, ({ config, unknown, secrets, providerVersion }) => [
  config,
  unknown,
  secrets,
  providerVersion,
]);

export const ct = family(['ct'], {
  'data.ct_config': (request, context) =>
    (new Configuration(request).isSet('files_dir') ? ctConfig : byContent)(request, context),
});

interface AskedConfig {
  readonly content: string;
  readonly snippets: readonly string[];
  readonly pretty: boolean;
  /** As the transpiler of Container Linux Configs names it, `ec2`. */
  readonly platform: string;
  readonly filesDir: string | undefined;
  readonly facts: CtFacts;
}

function readConfig(config: Configuration, request: ResourceRequest, rootFolder: string): AskedConfig {
  const facts = ctFacts(request.providerVersion);
  const directory = facts.readsFiles ? config.text('files_dir') : undefined;
  return {
    content: config.text('content') ?? '',
    snippets: readSnippets(config),
    pretty: config.flag('pretty_print', false),
    platform: config.text('platform') ?? '',
    filesDir: directory === undefined ? undefined : path.posix.resolve(rootFolder, directory),
    facts,
  };
}

// The provider reads null among the snippets as an empty text.
function readSnippets(config: Configuration): readonly string[] {
  const value = config.value('snippets');
  if (Array.isArray(value) && value.every((item) => item === null || typeof item === 'string')) {
    return value.map((item: string | null) => item ?? '');
  }
  return config.texts('snippets');
}

function render(core: Core, asked: AskedConfig): string | undefined {
  const base = fromButane(core, asked, asked.content);
  if (base.noVariant) {
    return asked.facts.readsContainerLinuxConfigs ? fromContainerLinuxConfigs(core, asked) : undefined;
  }
  const snippets = asked.snippets.map((snippet) => fromButane(core, asked, snippet).ignition);
  const target = asked.facts.raisesVersion ? asked.facts.newestIgnition : undefined;
  return merge(core, asked, [base.ignition, ...snippets], target);
}

/** Not strict: what a strict provider refuses, the machine stage reports, and goes on with what comes out. */
function fromButane(core: Core, { pretty, filesDir }: AskedConfig, source: string) {
  const files = filesDir === undefined ? {} : { filesDir };
  return core.call('butane.translate', { source, strict: false, pretty, raw: false, ...files });
}

function fromContainerLinuxConfigs(core: Core, asked: AskedConfig): string | undefined {
  const { platform, pretty } = asked;
  const documents = [asked.content, ...asked.snippets].map(
    (source) => core.call('clc.convert', { source, platform, pretty, strict: false }).ignition,
  );
  return merge(core, asked, documents);
}

/** Undefined when a document was refused, or they cannot be merged. `target`: version that they are merged in. */
function merge(
  core: Core,
  { pretty }: AskedConfig,
  documents: readonly (string | null)[],
  target?: string,
): string | undefined {
  const [base, ...snippets] = documents.filter((document) => document !== null);
  if (base === undefined || snippets.length + 1 < documents.length) return undefined;
  if (snippets.length === 0 && target === undefined) return base;
  const params = { base, snippets, pretty, ...(target !== undefined && { target }) };
  return core.call('ignition.merge', params).ignition ?? undefined;
}
