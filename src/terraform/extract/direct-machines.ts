import type { RenderedResource, ValuePath } from '../../core/terraform-protocol.ts';
import type { Dialect, Gap } from '../../model/rendered-cluster.ts';
import { sniff } from '../../sources/files/sniff.ts';
import { configTypes } from './consumers.ts';
import type { Evaluated } from './context.ts';
import type { FoundMachine } from './found-machine.ts';
import { decoded, encodedTextAt } from './held-text.ts';
import { formatValuePath, stringsIn } from './value-paths.ts';

/** Shorter texts are no config of a machine. */
const shortest = 20;

// What boots a machine otherwise: https://cloudinit.readthedocs.io/en/latest/explanation/format.html
const otherFormats: readonly (readonly [RegExp, string])[] = [
  [/^#cloud-config\b/, 'cloud-config'],
  [/^(?:MIME-Version|Content-Type): /im, 'cloud-init data of several parts'],
  [/^#!/, 'a script'],
];

/**
 * Machine configs that a resource is given as they are, without terraform-provider-ct: Ignition, Butane or a Container
 * Linux Config as user data, as a file of Matchbox or of an object store.
 *
 * @param known texts that are machines already
 */
export function directMachines(
  { result, context }: Evaluated,
  known: ReadonlySet<string>,
): { machines: FoundMachine[]; gaps: Gap[] } {
  const machines = new Map<string, FoundMachine>();
  const gaps: Gap[] = [];
  for (const resource of result.resources) {
    if (
      configTypes.has(resource.type) ||
      /^(?:tls|random|kubernetes|kubectl|helm|template)_/.test(resource.type)
    )
      continue;
    for (const { path, text } of stringsIn(resource.values)) {
      if (text.length < shortest || known.has(text)) continue;
      const plain = decoded(text) ?? text;
      if (known.has(plain)) continue;
      const sniffed = sniff(plain);
      if (sniffed !== undefined && sniffed !== 'kubernetes') {
        const machine = machineAt({ result, context }, resource, path, sniffed);
        // Equal instances of one resource are one machine.
        const key = JSON.stringify([resource.module, resource.type, resource.name, plain]);
        if (machine && !machines.has(key)) machines.set(key, machine);
      } else if (isUserData(path)) {
        gaps.push(...otherFormat({ result, context }, resource, path, plain));
      }
    }
  }
  return { machines: [...machines.values()], gaps };
}

function machineAt(
  { context }: Evaluated,
  resource: RenderedResource,
  path: ValuePath,
  dialect: Dialect,
): FoundMachine | undefined {
  const held = encodedTextAt(context, resource, path);
  if (!held) return undefined;
  const { file, text, map } = held;
  const config = { file, text, map, dialect };
  return { resource, config, snippets: [], filesDir: '.', rendered: undefined, ct: undefined };
}

/** True for the attributes that clouds give a machine's config in. */
function isUserData(path: ValuePath): boolean {
  return /(?:^|\.)(?:user_data|custom_data|user-data|user_data_base64|cloud_config)$/.test(
    formatValuePath(path),
  );
}

function otherFormat(
  { context }: Evaluated,
  resource: RenderedResource,
  path: ValuePath,
  text: string,
): Gap[] {
  const format = otherFormats.find(([form]) => form.test(text))?.[1];
  if (format === undefined) return [];
  return [
    {
      kind: 'missing',
      what: `${resource.address}.${formatValuePath(path)}`,
      why: `it is ${format}, and only Butane, Container Linux Configs and Ignition are looked at`,
      origin: context.originOf(resource.range),
    },
  ];
}
