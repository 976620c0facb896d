import type { RenderParams } from '../../core/terraform-protocol.ts';

/**
 * Modules that were fetched: what people call them, `github.com/poseidon/terraform-render-bootstrap@e958673eb656`, by
 * the folder they are mounted at, `/modules/<key>`.
 */
export interface FetchedModules {
  readonly labels: Readonly<Record<string, string>>;
}

/** Where the core sees the workspace. */
export const workspaceMount = '/workspace';

/** Where the core sees the cache of fetched modules. */
export const modulesMount = '/modules';

/** `/workspace/a/b.tf` is `a/b.tf`, `/modules/<key>/b.tf` is `<label>/b.tf`. */
export function displayPath(virtual: string, { labels }: FetchedModules): string {
  const inWorkspace = pathBelow(workspaceMount, virtual);
  if (inWorkspace !== undefined) return inWorkspace === '' ? '.' : inWorkspace;
  const [key = '', ...rest] = (pathBelow(modulesMount, virtual) ?? virtual).split('/');
  const mounted = `${modulesMount}/${key}`;
  return [Object.hasOwn(labels, mounted) ? labels[mounted] : key, ...rest].join('/');
}

/** Folder of the root module of a tree. */
export function rootFolderOf({ modules }: Pick<RenderParams, 'modules'>): string {
  return modules.find(({ key }) => key === '')?.folder ?? workspaceMount;
}

/** The part of a path behind a folder, '' for the folder itself; undefined when it is not below it. */
export function pathBelow(folder: string, file: string): string | undefined {
  if (file === folder) return '';
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}

/** The virtual folder of a folder of the workspace; '' is the workspace itself. */
export function inWorkspaceMount(folder: string): string {
  return folder === '' ? workspaceMount : `${workspaceMount}/${folder}`;
}
