import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A fenced block of a page. */
export interface CodeBlock {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

/** README.md and the pages of docs/, relative to the repository's root; not those that a script makes. */
export const pages: readonly string[] = ['README.md', ...filesOf('docs')].filter(
  (page) => page.endsWith('.md') && !pageText(page).startsWith('<!-- Generated'),
);

export function pageText(page: string): string {
  return readFileSync(path.join(root, page), 'utf8');
}

/** The fenced blocks of all pages that say their language. */
export function codeBlocks(language: string): CodeBlock[] {
  return pages.flatMap((page) =>
    [...pageText(page).matchAll(/^```(\S+)\n(.*?)^```$/gms)]
      .filter(([, found]) => found === language)
      .map(([, , text = '']) => ({ page, language, text })),
  );
}

/** Text of a page without its fenced blocks. */
export function proseOf(page: string): string {
  return pageText(page).replace(/^```.*?^```$/gms, '');
}

function filesOf(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .sort();
}
