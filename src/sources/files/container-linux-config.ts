import type { Outline, OutlineKey } from './yaml-outline.ts';

/** A key below a section, and what it proves by itself. */
type Shape = 'list' | 'value' | 'hint';

// Sections and keys of the Container Linux Config:
// https://github.com/flatcar/container-linux-config-transpiler/blob/flatcar-master/doc/configuration.md
// `list`: proof when it holds a list of mappings. `value`: proof as it stands, nobody else has it. `hint`: other
// programs' files have it too, so two are needed.
const sections: ReadonlyMap<string, Readonly<Record<string, Shape>>> = new Map([
  ['systemd', { units: 'list' }],
  ['networkd', { units: 'list' }],
  ['passwd', { users: 'list', groups: 'list' }],
  [
    'storage',
    { files: 'list', filesystems: 'list', disks: 'list', directories: 'list', links: 'list', raid: 'list' },
  ],
  [
    'locksmith',
    { reboot_strategy: 'value', window_start: 'value', window_length: 'value', etcd_endpoints: 'value' },
  ],
  ['ignition', { config: 'hint', timeouts: 'hint', security: 'hint' }],
  ['update', { group: 'hint', server: 'hint' }],
  ['docker', { flags: 'hint' }],
  ['flannel', { version: 'hint', network_config: 'hint', etcd_prefix: 'hint', etcd_endpoints: 'hint' }],
  [
    'etcd',
    {
      version: 'hint',
      name: 'hint',
      discovery: 'hint',
      initial_cluster: 'hint',
      listen_peer_urls: 'hint',
      listen_client_urls: 'hint',
      advertise_client_urls: 'hint',
      initial_advertise_peer_urls: 'hint',
    },
  ],
]);

// Keys that say: this is cloud-init's, or its ancestor's.
const foreignKeys = ['coreos', 'write_files', 'runcmd', 'bootcmd', 'ssh_authorized_keys', 'services', 'jobs'];

/** True when the upper levels of a YAML file are those of a Container Linux Config, and of nothing else known. */
export function looksLikeContainerLinuxConfig(outline: Outline): boolean {
  if (/^#cloud-config\b/.test(outline.firstLine)) return false;
  if (foreignKeys.some((key) => outline.keys.has(key))) return false;
  const known = [...outline.keys].filter(([name]) => sections.has(name));
  // A misspelt section must not hide a config; a file with more strange keys than known ones is something else.
  if (outline.keys.size - known.length > known.length) return false;
  const shapes = known.flatMap(([name, key]) => shapesOf(name, key));
  return shapes.some((shape) => shape !== 'hint') || shapes.length >= 2;
}

/** True when at least one section of a machine config stands at the top, whatever is in it. */
export function hasMachineSection(outline: Outline): boolean {
  return ['systemd', 'storage', 'passwd', 'ignition', 'networkd'].some((name) => outline.keys.has(name));
}

function shapesOf(section: string, key: OutlineKey): Shape[] {
  return [...key.children].flatMap(([name, child]) => {
    const shape = sections.get(section)?.[name];
    if (shape === undefined) return [];
    return shape !== 'list' || holdsMappings(child) ? [shape] : [];
  });
}

function holdsMappings(child: { readonly value: string; readonly firstLine: string | undefined }): boolean {
  if (/^\[/.test(child.value)) return true;
  if (child.value !== '' && !/^[&#]/.test(child.value)) return false;
  // Directives of a template engine stand where the first item would.
  return /^- *(?:["']?[\w-]+["']? *:|\{|[&#*])|^(?:%\{|\{\{|\{%|\$\{)/.test(child.firstLine ?? '');
}
