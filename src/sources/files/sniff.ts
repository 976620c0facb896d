import { didYouMean } from '../../model/did-you-mean.ts';
import { hasMachineSection, looksLikeContainerLinuxConfig } from './container-linux-config.ts';
import { type Sniffed, sniffJson } from './sniff-json.ts';
import { type Outline, outlineYaml } from './yaml-outline.ts';

// https://coreos.github.io/butane/specs/
const variants = ['fcos', 'flatcar', 'openshift', 'r4e', 'fiot'];

// One pass over the bytes decides for most files of a large tree.
const anyKey =
  /^[ \t]*["']?(?:variant|passwd|storage|systemd|networkd|etcd|flannel|locksmith|docker|update|ignition|apiVersion)["']?[ \t]*:/m;

/** Tells by its contents what a text is, without parsing YAML. Bytes may be given as Latin-1. */
export function sniff(text: string): Sniffed {
  if (isJson(text)) return sniffJson(text);
  if (!anyKey.test(text)) return undefined;
  return sniffOutline(outlineYaml(text));
}

/** True for a text that somebody could mean as a machine config, with a misspelt `variant` for instance. */
export function resemblesMachineConfig(text: string): boolean {
  const outline = outlineYaml(text);
  return hasMachineSection(outline) || [...outline.keys.keys()].some((key) => didYouMean(key, ['variant']));
}

/** True for a text in JSON's (or YAML's flow) braces; a template's directive has two. */
export function isJson(text: string): boolean {
  return /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*\{(?![{%])/.test(text);
}

function sniffOutline(outline: Outline): Sniffed {
  const variant = outline.keys.get('variant');
  if (variant !== undefined && isButane(outline, variant.value)) return 'butane';
  if (outline.keys.has('apiVersion') && outline.keys.has('kind')) return 'kubernetes';
  if (variant === undefined && looksLikeContainerLinuxConfig(outline)) return 'container-linux-config';
  return undefined;
}

// Other programs have a key `variant` as well.
function isButane(outline: Outline, written: string): boolean {
  const value = written.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
  const isKnown = /^(?:\$\{|\{\{)/.test(value) || didYouMean(value, variants) !== undefined;
  const hasSection = hasMachineSection(outline);
  if (isKnown) return hasSection || outline.keys.has('version');
  return hasSection && (outline.keys.has('version') || looksLikeContainerLinuxConfig(outline));
}
