import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

export const root = path.resolve(import.meta.dirname, '../..');

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

// Our own file; a test of its own holds it against the code.
export const metadata = load(readFileSync(path.join(root, 'action.yml'), 'utf8')) as ActionMetadata;
