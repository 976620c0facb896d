import { didYouMean } from '../../model/did-you-mean.ts';
import { hasMachineSection, looksLikeContainerLinuxConfig } from './container-linux-config.ts';
import { type Sniffed, sniffJson } from './sniff-json.ts';
import { type Outline, outlineYaml } from './yaml-outline.ts';

// https://coreos.github.io/butane/specs/
const variants = ['fcos', 'flatcar', 'openshift', 'r4e', 'fiot'];

// Regular expressions over the whole text decide for most files of a large tree.
const sectionKey =
  /^ *["']?(?:variant|passwd|storage|systemd|networkd|etcd|flannel|locksmith|docker|update|ignition)["']? *:/m;
const topSectionKey = new RegExp(sectionKey.source.replace(' *', ''), 'm');

// As UTF-8, and as Latin-1 reads its bytes.
const byteOrderMark = /^(?:\ufeff|\u00ef\u00bb\u00bf)/;

// What nearly every manifest begins with, comments and markers apart: then nobody reads on.
const manifestStart =
  /^(?:[ \t]*(?:#[^\n]*|---[^\n]*)?\r?\n){0,100}(?:apiVersion *: *\S+\s+kind|kind *: *\S+\s+apiVersion) *:/;

/** Tells by its contents what a text is, without parsing YAML. Bytes may be given as Latin-1. */
export function sniff(given: string): Sniffed {
  const text = given.replace(byteOrderMark, '');
  if (isJson(text)) return sniffJson(text);
  if (manifestStart.test(text)) return 'kubernetes';
  if (topSectionKey.test(text) || (isIndented(text) && sectionKey.test(text))) {
    return sniffOutline(outlineYaml(text));
  }
  return /^apiVersion *:/m.test(text) && /^kind *:/m.test(text) ? 'kubernetes' : undefined;
}

/** True when the first line of content, not counting comments and markers, does not start in the first column. */
function isIndented(text: string): boolean {
  return /^[ \t]*[^\s#%-]/m.exec(text)?.[0].startsWith(' ') === true;
}

/** True for a text that somebody could mean as a machine config, with a misspelt `variant` for instance. */
export function resemblesMachineConfig(text: string): boolean {
  const outline = outlineYaml(text);
  return hasMachineSection(outline) || [...outline.keys.keys()].some((key) => didYouMean(key, ['variant']));
}

/** True for a text in JSON's (or YAML's flow) braces; a template's directive has two. */
export function isJson(text: string): boolean {
  return /^\ufeff?\s*\{(?![{%])/.test(text);
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
