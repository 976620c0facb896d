import type { RenderResult } from '../../core/terraform-protocol.ts';
import type {
  MachineConfig,
  ManifestText,
  MatrixEntry,
  RenderedCluster,
  RenderedFile,
} from '../../model/rendered-cluster.ts';
import { extractInfrastructure } from '../infrastructure/extract-infrastructure.ts';
import type { ExtractContext } from './context.ts';
import { withFacts } from './entry-facts.ts';
import { findImages, type ImageHolder } from './find-images.ts';
import { findMachines } from './machines.ts';
import { findManifests } from './manifests.ts';
import { neverRun } from './never-run.ts';
import { placeholderGaps } from './placeholder-gaps.ts';
import { findSecrets } from './secrets.ts';
import { writtenFiles } from './written-files.ts';

/** Turns evaluated resources into what the machines and API servers of one matrix entry receive. */
export function extractCluster(
  entry: MatrixEntry,
  result: RenderResult,
  context: ExtractContext,
): RenderedCluster {
  const evaluated = { result, context };
  const { machines, gaps: ofMachines, machineOf } = findMachines(evaluated);
  const { files: written, gaps: ofFiles } = writtenFiles(evaluated);
  const { manifests, others, gaps: ofManifests } = findManifests(evaluated, written);
  return {
    entry: withFacts(entry, result.resources, machines, [...manifests, ...others]),
    machines,
    manifests,
    files: others,
    infrastructure: {
      ...extractInfrastructure(result.resources, { originOf: context.originOf, machineOf }),
      images: findImages(imageHolders(machines, others, manifests)),
    },
    gaps: [...ofMachines, ...ofFiles, ...ofManifests, ...neverRun(evaluated), ...placeholderGaps(evaluated)],
    secrets: findSecrets(result.resources),
  };
}

function imageHolders(
  machines: readonly MachineConfig[],
  files: readonly RenderedFile[],
  manifests: readonly ManifestText[],
): ImageHolder[] {
  return [
    ...machines.flatMap(({ name, config, snippets }) =>
      [config, ...snippets].map((text) => ({ text, where: name })),
    ),
    ...files.map((text) => ({ text, where: text.path })),
    ...manifests.map((text) => ({ text, where: text.place ?? text.file })),
  ];
}
