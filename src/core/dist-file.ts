import { fileURLToPath } from 'node:url';

/**
 * Path of a file of `dist/`. The bundles lie in that folder themselves; a test that runs the sources finds it
 * two folders up.
 */
export function distFile(name: string): string {
  const folder = import.meta.url.endsWith('/src/core/dist-file.ts') ? '../../dist/' : './';
  return fileURLToPath(new URL(folder + name, import.meta.url));
}
