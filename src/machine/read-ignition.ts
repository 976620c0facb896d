import type { Ignition, IgnitionFile, IgnitionFilesystem, IgnitionNode, IgnitionUnit } from './ignition.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the parts of an Ignition config that the stages look at. The text has passed the upstream parser, so
 * what has an unexpected type is simply left out.
 */
export function readIgnition(text: string): Ignition {
  const root = object(JSON.parse(text));
  const storage = object(root['storage']);
  const ignition = object(root['ignition']);
  const config = object(ignition['config']);
  return {
    version: string(ignition['version']) ?? '',
    merged: [...objects(config['merge']), ...objects(config['append'])].map(sourceOf),
    units: objects(object(root['systemd'])['units']).map(readUnit),
    files: objects(storage['files']).map(readFile),
    directories: objects(storage['directories']).map(readNode),
    links: objects(storage['links']).map(readNode),
    filesystems: objects(storage['filesystems']).map(readFilesystem),
  };
}

function readUnit(unit: Json): IgnitionUnit {
  return {
    name: string(unit['name']) ?? '',
    // Specification 2.0 calls it `enable`.
    enabled: boolean(unit['enabled']) ?? boolean(unit['enable']),
    mask: boolean(unit['mask']) ?? false,
    contents: string(unit['contents']),
    dropins: objects(unit['dropins']).map((dropin) => ({
      name: string(dropin['name']) ?? '',
      contents: string(dropin['contents']),
    })),
  };
}

function readFile(file: Json): IgnitionFile {
  const contents = object(file['contents']);
  return {
    ...readNode(file),
    mode: typeof file['mode'] === 'number' ? file['mode'] : undefined,
    overwrite: boolean(file['overwrite']) ?? false,
    ...sourceOf(contents),
    append: Array.isArray(file['append']) ? objects(file['append']).map(sourceOf) : [],
  };
}

function sourceOf(contents: Json) {
  return { source: string(contents['source']), compression: string(contents['compression']) };
}

function readNode(node: Json): IgnitionNode {
  // In specification 2.x a path belongs to a file system; all but `root` are mounted somewhere unknown.
  const filesystem = string(node['filesystem']);
  const prefix = filesystem === undefined || filesystem === 'root' ? '' : `[${filesystem}]`;
  return { path: prefix + (string(node['path']) ?? '') };
}

function readFilesystem(filesystem: Json): IgnitionFilesystem {
  const mount = object(filesystem['mount']);
  return {
    device: string(filesystem['device']) ?? string(mount['device']) ?? '',
    path: string(filesystem['path']),
  };
}

function object(value: unknown): Json {
  // Checked to be a plain object just here.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function boolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
