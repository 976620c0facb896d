import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findChromium } from '../../scripts/find-chromium.ts';

/** Absolute path of a Chromium; undefined where there is none. */
export const chromiumFile = findChromium(process.env);

/** What stands behind the name of a test that needs a browser. */
export const skippedWithout = chromiumFile === undefined ? ' (skipped: no Chromium)' : '';

/** A page that is open, and what it asked for and complained of. */
export interface OpenPage {
  readonly page: Page;
  /** Addresses of all that leaves the browser, but for the page itself; none of it arrives. */
  readonly requests: readonly string[];
  /** Errors and warnings, those of the Content-Security-Policy among them. */
  readonly complaints: readonly string[];
}

/** Starts a browser without a window. */
export function launchBrowser(): Promise<Browser> {
  if (chromiumFile === undefined) throw new Error('there is no Chromium on this machine');
  // As root, and in most containers, Chromium cannot make its sandbox; the pages are our own.
  return chromium.launch({ executablePath: chromiumFile, args: ['--no-sandbox'] });
}

/** Opens a page from a file, as somebody who downloaded it does; it is closed when the test has finished. */
export async function openPage(
  browser: Browser,
  text: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-page-'));
  const file = path.join(folder, 'report.html');
  writeFileSync(file, text);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    if (route.request().url() === address) return route.continue();
    requests.push(route.request().url());
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, requests, complaints };
}

/** Titles of the findings that a reader can see, in the order of the page. */
export function shownFindings(page: Page): Promise<string[]> {
  return page.locator('article:visible h4').allTextContents();
}
