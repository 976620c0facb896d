import type { Workspace } from '../workspace.ts';
import { decode } from './decode.ts';

/** Text of a file of the workspace; undefined when it cannot be read as text. */
export function readText(workspace: Workspace, file: string): string | undefined {
  const read = workspace.read(file);
  if (read.kind !== 'bytes') return undefined;
  const decoded = decode(read.bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}
