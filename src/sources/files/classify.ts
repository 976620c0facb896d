import path from 'node:path';
import type { Dialect } from '../../model/rendered-cluster.ts';
import type { LeftOut } from '../../model/report.ts';
import { decode } from '../workspace/decode.ts';
import { largestFile } from '../workspace/read-file.ts';
import type { Workspace } from '../workspace.ts';
import { factsOfName } from './file-names.ts';
import { manifestTemplate, unfinishedReason } from './manifest-template.ts';
import { resemblesMachineConfig, sniff } from './sniff.ts';
import type { Sniffed } from './sniff-json.ts';
import { hasTerraformSyntax, templateKind, templateReasons } from './template.ts';

/**
 * Why a file is looked at. `found`: by walking the tree. `named`: on the command line. `listed`: one of the
 * configuration's patterns fits. `claimed`: the configuration says that it is a machine config.
 */
export type Claim = 'found' | 'named' | 'listed' | 'claimed';

export type Classified =
  | { readonly kind: 'config'; readonly dialect: Dialect; readonly text: string }
  | { readonly kind: 'kubernetes'; readonly text: string }
  | { readonly kind: 'left-out'; readonly status: LeftOut['status']; readonly reason: string }
  | { readonly kind: 'foreign' };

export interface Classifier {
  readonly workspace: Workspace;
  /** Whether Terraform reads a file as a template; asked for few files, since the answer is slow to make. */
  readonly isTerraformTemplate: (file: string) => boolean;
}

/** Decides what a file of the workspace is. */
export function classify(classifier: Classifier, file: string, claim: Claim): Classified {
  const read = classifier.workspace.read(file);
  switch (read.kind) {
    case 'refused':
      return { kind: 'left-out', status: 'skipped', reason: read.reason };
    case 'unreadable':
      return failed(read.reason);
    case 'too-large':
      return tooLarge(file, read.head, claim);
    case 'bytes':
      return classifyBytes(classifier, file, read.bytes, claim);
  }
}

function tooLarge(file: string, head: Buffer, claim: Claim): Classified {
  const reason = `file is larger than ${largestFile / 1024 / 1024} MiB`;
  const isConfig =
    claim !== 'found' || isConfigByName(file) || isMachineConfig(sniff(head.toString('latin1')));
  return isConfig ? failed(reason) : { kind: 'left-out', status: 'skipped', reason };
}

function classifyBytes(classifier: Classifier, file: string, bytes: Buffer, claim: Claim): Classified {
  // Latin-1 never fails and costs next to nothing; the keys looked for are ASCII.
  const sniffed = sniff(bytes.toString('latin1'));
  if (sniffed === 'kubernetes' && claim !== 'claimed') return classifyManifest(classifier, file, bytes);
  const isOurs = claim !== 'found' || isConfigByName(file) || isMachineConfig(sniffed);
  if (!isOurs) return { kind: 'foreign' };
  const text = textOf(bytes);
  if (typeof text !== 'string') return text;
  const dialect = dialectOf(file, sniffed, text, claim);
  if (dialect === undefined) {
    const reason = 'neither Butane, Container Linux Config nor Ignition';
    return { kind: 'left-out', status: 'skipped', reason };
  }
  const template = templateReason(classifier, file, text, claim);
  if (template !== undefined) return { kind: 'left-out', status: 'skipped', reason: template };
  return { kind: 'config', dialect, text };
}

function classifyManifest(classifier: Classifier, file: string, bytes: Buffer): Classified {
  const text = textOf(bytes);
  if (typeof text !== 'string') return text;
  const isTerraform = hasTerraformSyntax(text) && classifier.isTerraformTemplate(file);
  const isNamedSo = factsOfName(path.posix.basename(file))?.isTemplate === true;
  const reason =
    (isTerraform ? templateReasons.terraform : undefined) ??
    manifestTemplate(text) ??
    unfinishedReason(text) ??
    (isNamedSo ? templateReasons.unknown : undefined);
  return reason === undefined
    ? { kind: 'kubernetes', text }
    : { kind: 'left-out', status: 'skipped', reason };
}

function textOf(bytes: Buffer): string | Extract<Classified, { kind: 'left-out' }> {
  const decoded = decode(bytes);
  if (decoded.kind === 'text') return decoded.text;
  return failed(decoded.kind === 'binary' ? decoded.reason : `not UTF-8 at byte offset ${decoded.offset}`);
}

function dialectOf(file: string, sniffed: Sniffed, text: string, claim: Claim): Dialect | undefined {
  const byName = factsOfName(path.posix.basename(file))?.dialect;
  if (byName !== undefined) return byName;
  if (isMachineConfig(sniffed)) return sniffed;
  if (claim === 'claimed' || claim === 'listed') return /^\s*\{\s*"/.test(text) ? 'ignition' : 'butane';
  // Said to be one, and at least resembles one: the translator knows best what is wrong with it.
  return resemblesMachineConfig(text) ? 'butane' : undefined;
}

function templateReason(
  classifier: Classifier,
  file: string,
  text: string,
  claim: Claim,
): string | undefined {
  const kind = templateKind(text);
  if (kind !== undefined) return templateReasons[kind];
  if (hasTerraformSyntax(text) && classifier.isTerraformTemplate(file)) return templateReasons.terraform;
  // A person who names a file knows that it is ready, as long as nothing in it says otherwise.
  if (claim !== 'found' || factsOfName(path.posix.basename(file))?.isTemplate !== true) return undefined;
  const isTerraform = file.endsWith('.tftpl') || classifier.isTerraformTemplate(file);
  return templateReasons[isTerraform ? 'terraform' : 'unknown'];
}

function isMachineConfig(sniffed: Sniffed): sniffed is Dialect {
  return sniffed !== undefined && sniffed !== 'kubernetes';
}

function isConfigByName(file: string): boolean {
  return factsOfName(path.posix.basename(file))?.dialect !== undefined;
}

function failed(reason: string): Extract<Classified, { kind: 'left-out' }> {
  return { kind: 'left-out', status: 'failed', reason };
}
