import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checks } from '../checks/index.generated.ts';
import { readConfig } from '../src/config/load.ts';
import { reporters } from '../src/report/index.ts';
import { codeBlocks, pages, pageText, proseOf } from './support/markdown-pages.ts';

const root = path.resolve(import.meta.dirname, '..');
const yamlBlocks = codeBlocks('yaml');

describe.each(pages.map((page) => [page]))('%s', (page) => {
  test('links lead to files that exist', () => {
    const links = [...proseOf(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    for (const link of links.filter((each) => !/^https?:/.test(each))) {
      expect.soft(existsSync(path.join(root, path.dirname(page), link)), link).toBe(true);
    }
  });

  test('paths of the repository exist', () => {
    const named = [
      ...proseOf(page).matchAll(/`((?:src|test|checks|scripts|docs|schemas|core|bench)\/[\w./-]+)`/g),
    ];
    for (const [, file = ''] of named.filter(([, file = '']) => !/FAMILY|NAME/.test(file))) {
      expect.soft(existsSync(path.join(root, file)), file).toBe(true);
    }
  });
});

describe('windtunnel.yaml', () => {
  const examples = yamlBlocks.filter(({ text }) => text.includes('# windtunnel.yaml\n'));

  test.each(examples.map((block) => [block.page, block] as const))(
    'the example in %s is valid',
    (_, { text }) => {
      const known = new Set(checks.map(({ id }) => id));
      const loaded = readConfig('windtunnel.yaml', text, known, () => true);
      expect(loaded.kind === 'errors' ? loaded.errors : []).toEqual([]);
    },
  );

  test('docs/configuration.md shows and describes every key', () => {
    const page = pageText('docs/configuration.md');
    const [example] = examples.filter((block) => block.page === 'docs/configuration.md');
    const keys = schemaKeys(
      JSON.parse(readFileSync(path.join(root, 'schemas/windtunnel.schema.json'), 'utf8')),
    );
    expect(keys).toContain('snippets');
    for (const key of keys) {
      expect.soft(example?.text, key).toMatch(new RegExp(`^[ -]*${key}:`, 'm'));
      expect.soft(page, key).toMatch(new RegExp(`^\\| (?:\`[a-z-]+\`, )*\`${key}\`[ ,]`, 'm'));
    }
  });
});

test('README.md names every format', () => {
  for (const { format } of reporters) expect(pageText('README.md')).toContain(`| \`${format}\` |`);
});

test('docs/dependencies.md names every package and every Go module that is asked for', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  ) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const [, direct = ''] =
    /^require \((.*?)^\)/ms.exec(readFileSync(path.join(root, 'core/go.mod'), 'utf8')) ?? [];
  const modules = [...direct.matchAll(/^\t(\S+) /gm)].map(([, name = '']) => name);
  expect(modules).toContain('github.com/coreos/butane');
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  const page = pageText('docs/dependencies.md');
  for (const name of [...packages, ...modules]) expect.soft(page).toContain(`\`${name}\``);
});

/** Every key that the schema allows, at any level. */
function schemaKeys(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(schemaKeys)])];
}
