import path from 'node:path';
import { matcher } from '../workspace/patterns.ts';
import { readText } from '../workspace/read-text.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Tells the files that Terraform in this workspace reads as templates: by `templatefile("...")`, by the
 * `template = file("...")` of a `template_file`, or by `templatefile` over the files of a `fileset`.
 */
export function terraformTemplates(workspace: Workspace): (file: string) => boolean {
  const { files } = workspace.listAll((name) => name.endsWith('.tf'));
  const patterns = files.flatMap((file) => {
    const text = readText(workspace, file);
    if (text === undefined) return [];
    const folder = path.posix.dirname(file);
    return templatePaths(text).map((written) => resolvePattern(folder, written));
  });
  return matcher([...new Set(patterns)]);
}

/** The template paths that a Terraform file writes out, interpolations and all. */
function templatePaths(text: string): string[] {
  const paths: string[] = [];
  const literal = /\b(?:templatefile\(|template\s*=\s*"?(?:\$\{\s*)?file\()\s*"([^"\n]{1,300})"/g;
  for (const match of text.matchAll(literal)) paths.push(match[1] ?? '');
  // `for f in fileset(...) : templatefile(f, ...)`: the fileset names the templates.
  if (!/\btemplatefile\(\s*[^"\s]/.test(text)) return paths;
  for (const match of text.matchAll(/\bfileset\(\s*([^,\n]{1,200}),\s*"([^"\n]{1,200})"/g)) {
    const folder = /^"(.*)"$/.exec(match[1]?.trim() ?? '')?.[1] ?? '.';
    paths.push(`${folder}/${match[2]}`);
  }
  return paths;
}

/** A written path as a pattern from the workspace's root; what is interpolated may be anything. */
function resolvePattern(folder: string, written: string): string {
  const known = written.replace(/\$\{\s*path\.(?:module|root|cwd)\s*\}/g, '.');
  const open = known.replace(/\$\{[^}]{0,200}\}/g, '*').replace(/[[\]?\\]/g, '\\$&');
  return `/${path.posix.join(folder, open)}`;
}
