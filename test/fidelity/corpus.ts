import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { butaneTranslators } from './butane-translators.ts';
import { jsonMutators, redeclare } from './json-mutators.ts';
import type { Mutator } from './mutator.ts';
import { shellMutators } from './shell-mutators.ts';
import { textMutators } from './text-mutators.ts';
import {
  headerMutators,
  retarget,
  structureMutators,
  syntaxMutators,
  valueMutators,
} from './yaml-mutators.ts';

/** A document to give to every reader that is compared. */
export interface Config {
  /** Base, then mutator: `fcos-worker.tab-indent`. */
  readonly name: string;
  readonly source: string;
}

const corpusFolder = path.join(import.meta.dirname, 'corpus');

/** Holds what the `local:` files and trees of the corpus name. */
export const filesFolder = path.join(corpusFolder, 'files');

const yamlMutators = [...textMutators, ...structureMutators, ...valueMutators, ...syntaxMutators];

/** Bases that are read as every variant and version in turn. */
const retargeted = [
  'fcos-first',
  'fcos-storage',
  'fcos-controller',
  'fcos-kernel-arguments',
  'openshift-worker',
];

/** All Ignition versions that the linked modules parse, and neighbours that they do not. */
const ignitionVersions = [
  ...['1.0.0', '2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0', '2.5.0-experimental'],
  ...['3.0.0', '3.1.0', '3.2.0', '3.3.0', '3.4.0', '3.5.0', '3.6.0', '3.7.0', '3.7.0-experimental'],
];

export const clcPlatforms = [
  ...['', 'azure', 'cloudstack-configdrive', 'custom', 'digitalocean', 'ec2', 'gce'],
  ...['openstack-metadata', 'packet', 'vagrant-virtualbox', 'bare-metal'],
];

/** The hand-written configs of a folder, by name. */
export function bases(folder: 'butane' | 'clc' | 'ignition' | 'shell'): Config[] {
  return readdirSync(path.join(corpusFolder, folder))
    .sort()
    .map((file) => ({
      name: path.parse(file).name,
      source: readFileSync(path.join(corpusFolder, folder, file), 'utf8'),
    }));
}

export function butaneConfigs(): Config[] {
  const versions = bases('butane')
    .filter(({ name }) => retargeted.includes(name))
    .flatMap(({ name, source }) =>
      butaneTranslators.map((to) => ({
        name: `${name}.as-${to.variant}-${to.version}`,
        source: retarget(source, to),
      })),
    );
  return [...mutated(bases('butane'), [...headerMutators, ...yamlMutators]), ...withoutRepetition(versions)];
}

export function clcConfigs(): Config[] {
  return mutated(bases('clc'), yamlMutators);
}

export function ignitionConfigs(): Config[] {
  const versions = bases('ignition').flatMap(({ name, source }) =>
    ignitionVersions.map((version) => ({
      name: `${name}.as-${version}`,
      source: redeclare(source, version),
    })),
  );
  return [...mutated(bases('ignition'), [...textMutators, ...jsonMutators]), ...withoutRepetition(versions)];
}

export function shellScripts(): Config[] {
  return mutated(bases('shell'), [...textMutators, ...shellMutators]);
}

/**
 * Mutators on bases, less what changes nothing. Each base takes every third mutator that applies to it, another
 * third than its neighbours: all of them on all bases would say little more in three times the time. A mutator
 * that applies to a few bases only is tried on all of them.
 */
function mutated(originals: readonly Config[], mutators: readonly Mutator[]): Config[] {
  const rare = 3;
  const configs = mutators.flatMap((mutator, column) =>
    originals
      .map(({ name, source }, row) => ({
        name: `${name}.${mutator.name}`,
        source: mutator.apply(source),
        original: source,
        turn: (row + column) % 3 === 0,
      }))
      .filter(({ source, original }) => source !== original)
      .filter(({ turn }, _, applied) => turn || applied.length <= rare),
  );
  return withoutRepetition([...originals, ...configs].map(({ name, source }) => ({ name, source })));
}

/** Keeps the first of configs with the same text: `empty` is the same for every base. */
function withoutRepetition(configs: readonly Config[]): Config[] {
  const seen = new Set<string>();
  return configs.filter(({ source }) => !seen.has(source) && seen.add(source));
}
