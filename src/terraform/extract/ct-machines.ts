import path from 'node:path';
import type { RenderedResource } from '../../core/terraform-protocol.ts';
import type { ConfigText, Dialect, Gap } from '../../model/rendered-cluster.ts';
import type { Evaluated, ExtractContext } from './context.ts';
import { dialectOf } from './dialect.ts';
import type { FoundMachine } from './found-machine.ts';
import { textAt } from './held-text.ts';
import { missingText } from './missing.ts';
import { isUnknownAt, lengthAt, stringAt } from './value-paths.ts';

/** The machine configs that terraform-provider-ct translates, and what of them could not be rendered. */
export function ctMachines({ result, context }: Evaluated): { machines: FoundMachine[]; gaps: Gap[] } {
  const machines: FoundMachine[] = [];
  const gaps: Gap[] = result.resources
    .filter(({ type }) => type === 'ignition_config')
    .map(notRendered(context));
  for (const resource of result.resources.filter(({ type }) => type === 'ct_config')) {
    const content = textAt(context, resource, ['content']);
    if (!content) {
      gaps.push(missingText({ result, context }, resource, ['content'], 'the machine config'));
      continue;
    }
    const { snippets, missing } = snippetsOf({ result, context }, resource);
    gaps.push(...missing);
    const dialect = dialectOf(content.text);
    machines.push({
      resource,
      config: { ...asConfig(content), dialect },
      snippets: snippets.filter(({ text }) => !isNothing(text, dialect)),
      filesDir: filesDirOf(context, resource),
      rendered: stringAt(resource, ['rendered']),
      // https://registry.terraform.io/providers/poseidon/ct/latest/docs/data-sources/ct_config
      ct: { strict: resource.values['strict'] === true },
    });
  }
  return { machines, gaps };
}

/** https://registry.terraform.io/providers/community-terraform-providers/ignition/latest/docs */
function notRendered(context: ExtractContext): (resource: RenderedResource) => Gap {
  return ({ address, range }) => ({
    kind: 'missing',
    what: `the machine config of ${address}`,
    why: 'configs that the provider "ignition" puts together from data sources are not rendered',
    origin: context.originOf(range),
  });
}

/** The transpiler of Container Linux Configs takes an empty text for a config that says nothing. */
function isNothing(snippet: string, config: Dialect): boolean {
  return config === 'container-linux-config' && snippet.trim() === '';
}

function asConfig({ file, text, map }: Omit<ConfigText, 'dialect'>): Omit<ConfigText, 'dialect'> {
  return { file, text, ...(map && { map }) };
}

function snippetsOf(
  evaluated: Evaluated,
  resource: RenderedResource,
): { snippets: ConfigText[]; missing: Gap[] } {
  const snippets: ConfigText[] = [];
  const missing: Gap[] = [];
  if (isUnknownAt(resource, ['snippets']) && lengthAt(resource, ['snippets']) === 0) {
    missing.push(missingText(evaluated, resource, ['snippets'], 'the snippets of a machine config'));
  }
  for (let index = 0; index < lengthAt(resource, ['snippets']); index += 1) {
    const snippet = textAt(evaluated.context, resource, ['snippets', index]);
    if (snippet) snippets.push({ ...asConfig(snippet), dialect: dialectOf(snippet.text) });
    else missing.push(missingText(evaluated, resource, ['snippets', index], 'a snippet of a machine config'));
  }
  return { snippets, missing };
}

/**
 * Folder that `local:` contents are read from, relative to the workspace. Terraform takes `files_dir` as relative to
 * where it runs, which is the root module's folder.
 */
function filesDirOf({ modules }: ExtractContext, resource: RenderedResource): string {
  const given = stringAt(resource, ['files_dir']);
  const nodes = modules.filter(({ path: seen }) => given !== undefined && isBelow(given, seen));
  // The innermost module that it lies in: fetched ones are not where `path.module` says.
  const node = nodes.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (given === undefined || !node) return '.';
  const folder = path.posix.join(node.folder, path.posix.relative(node.path, given));
  return path.posix.relative('/workspace', folder) || '.';
}

function isBelow(folder: string, module: string): boolean {
  return !path.posix.isAbsolute(folder) && !path.posix.relative(module, folder).startsWith('..');
}
