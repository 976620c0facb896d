import type { RenderedResource } from '../../core/terraform-protocol.ts';
import { newestOf, versionOfImages } from '../../kubernetes/version.ts';
import type {
  MachineConfig,
  MatrixEntry,
  OperatingSystem,
  RenderedText,
} from '../../model/rendered-cluster.ts';
import { outlineYaml } from '../../sources/files/yaml-outline.ts';
import { operatingSystemOf } from '../infrastructure/operating-system.ts';
import { platformOf } from '../infrastructure/platform.ts';

/**
 * Adds what the rendered texts say to what is known of an entry: the version of Kubernetes that their images have, the
 * system that the machines run and, by the resources, where they are.
 */
export function withFacts(
  entry: MatrixEntry,
  resources: readonly RenderedResource[],
  machines: readonly MachineConfig[],
  texts: readonly RenderedText[],
): MatrixEntry {
  const platform = entry.platform ?? platformOf(resources);
  const os = entry.os ?? osOf(machines) ?? operatingSystemOf(resources);
  const all = [...machines.flatMap(({ config, snippets }) => [config, ...snippets]), ...texts];
  const named =
    entry.kubernetes === undefined ? newestOf(all.map(({ text }) => versionOfImages(text))) : undefined;
  return {
    ...entry,
    ...(platform !== undefined && { platform }),
    ...(os !== undefined && { os }),
    ...(named && { kubernetes: `1.${named.minor}`, kubernetesFrom: `image ${named.image}` }),
  };
}

/** The system that all machines are for, as far as their configs say. */
function osOf(machines: readonly MachineConfig[]): OperatingSystem | undefined {
  const systems = new Set(machines.map(systemOf));
  const [system] = systems;
  return systems.size === 1 ? system : undefined;
}

function systemOf({ config: { dialect, text } }: MachineConfig): OperatingSystem | undefined {
  if (dialect === 'container-linux-config') return 'flatcar';
  if (dialect !== 'butane') return undefined;
  const variant = outlineYaml(text)
    .keys.get('variant')
    ?.value.replace(/["']|\s+#.*$/g, '');
  return variant === 'fcos' ? 'fedora-coreos' : variant === 'flatcar' ? 'flatcar' : undefined;
}
