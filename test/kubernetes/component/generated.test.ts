import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasGo } from '../../../scripts/build-go-program.ts';
import { componentFlags } from '../../../scripts/kubernetes/component-flags.ts';
import pins from '../../../scripts/kubernetes/component-modules.json' with { type: 'json' };
import { componentTables } from '../../../scripts/kubernetes/component-tables.ts';

const cacheFolder = hasGo ? execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim() : '';

/** A test must not download half a gigabyte: it runs where the modules are already. */
const hasModules =
  hasGo &&
  pins.releases.every(({ modules }) =>
    Object.entries(modules).every(([module, pin]) =>
      existsSync(`${cacheFolder}/${module}@${pin.split(' ')[0]}`),
    ),
  );

describe.skipIf(!hasModules)(
  `generated tables${hasModules ? '' : ' (skipped: no Go, or not its modules)'}`,
  () => {
    test.each([
      ['component-flags.json', componentFlags],
      ['kubernetes-components.json', componentTables],
    ])('%s is what its script makes', { timeout: 300_000 }, (file, make) => {
      const written = readFileSync(path.resolve(import.meta.dirname, '../../../schemas', file), 'utf8');
      expect(make() === written).toBe(true);
    });
  },
);
