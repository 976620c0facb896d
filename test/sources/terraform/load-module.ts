import { compileCore, startCore } from '../../../src/core/host.ts';
import { moduleCacheFolder } from '../../../src/sources/terraform/module-cache.ts';
import type { LoadModule } from '../../../src/sources/terraform/source.ts';

/** Reads modules as the program does: in the core, with the workspace and the cache mounted. */
export async function openLoader(
  workspace: string,
  env: Readonly<Record<string, string>>,
): Promise<LoadModule> {
  const core = startCore(await compileCore(), { workspace, modules: moduleCacheFolder(env) });
  return async (folder) => ({ facts: core.call('terraform.load', { folder }) });
}
