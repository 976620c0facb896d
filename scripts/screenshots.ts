import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { makeChangedExamples } from './changed-examples.ts';
import { commentPage } from './comment-page.ts';
import { findChromium } from './find-chromium.ts';

// Writes docs/report-*.png and docs/comment.png: what the built program makes of a change of the examples. Not part of
// `npm run generate`, because fonts differ from machine to machine.
const root = fileURLToPath(new URL('..', import.meta.url));
const size = { width: 900, height: 1400 };

const executablePath = findChromium(process.env);
if (executablePath === undefined) throw new Error('there is no Chromium on this machine');
const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-screenshots-'));
try {
  const { html, json } = writeReports(folder);
  const address = pathToFileURL(html).href;
  const comment = path.join(folder, 'comment.html');
  writeFileSync(comment, commentPage(json));
  // As root, and in most containers, Chromium cannot make its sandbox; the page is our own.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  await shoot(browser, address, {
    name: 'report-light',
    colorScheme: 'light',
    top: 'body',
    fold: 'article details',
  });
  await shoot(browser, address, {
    name: 'report-dark',
    colorScheme: 'dark',
    top: 'body',
    fold: 'article details',
  });
  await shoot(browser, address, {
    name: 'report-difference',
    colorScheme: 'light',
    top: '#difference',
    fold: '.change',
  });
  await shoot(browser, pathToFileURL(comment).href, {
    name: 'comment',
    colorScheme: 'light',
    top: 'body',
    fold: 'h4:has-text("Rendered difference") ~ details',
  });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeReports(into: string): { readonly html: string; readonly json: string } {
  const examples = path.join(into, 'examples');
  mkdirSync(examples);
  const base = makeChangedExamples(path.join(root, 'examples'), examples);
  const files = { html: path.join(into, 'report.html'), json: path.join(into, 'report.json') };
  const formats = [`--format=html=${files.html}`, `--format=json=${files.json}`];
  const check = ['check', '--base', base, '--rendered', '--quiet', ...formats];
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...check], {
    cwd: examples,
    encoding: 'utf8',
  });
  if (status !== 1) throw new Error(`check ended with ${status}: ${stderr}`);
  return files;
}

interface Picture {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  /** What the picture begins with. */
  readonly top: string;
  /** The first of these is opened. */
  readonly fold: string;
}

async function shoot(browser: Browser, address: string, picture: Picture): Promise<void> {
  const { name, colorScheme, top, fold } = picture;
  const page = await browser.newPage({ viewport: size, colorScheme });
  await page.goto(address);
  await page.locator(fold).first().locator('summary').first().click();
  await page.evaluate(`document.querySelector('${top}').scrollIntoView()`);
  await page.screenshot({ path: path.join(root, `docs/${name}.png`) });
  await page.close();
}
