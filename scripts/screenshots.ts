import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

// Writes docs/report-light.png and docs/report-dark.png: the page that the built program makes of the examples. Not
// part of `npm run generate`, because fonts differ from machine to machine.
const root = fileURLToPath(new URL('..', import.meta.url));
const size = { width: 900, height: 1400 };

const executablePath = findChromium(process.env);
if (executablePath === undefined) throw new Error('there is no Chromium on this machine');
const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-screenshots-'));
try {
  const file = path.join(folder, 'report.html');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      'dist/cli.js',
      'check',
      'examples/distribution',
      'examples/quickstart',
      `--format=html=${file}`,
      '--quiet',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 1) throw new Error(`check ended with ${status}: ${stderr}`);
  // As root, and in most containers, Chromium cannot make its sandbox; the page is our own.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: size, colorScheme });
    await page.goto(pathToFileURL(file).href);
    await page.locator('details').first().locator('summary').click();
    await page.screenshot({ path: path.join(root, `docs/report-${colorScheme}.png`) });
    await page.close();
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
