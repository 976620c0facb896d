import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { cleanReport, plainOptions } from './hand-made-run.ts';
import { chromiumFile, launchBrowser, openPage, shownFindings, skippedWithout } from './html-browser.ts';
import { comparedReport } from './html-compared-report.ts';
import { matrixReport } from './html-matrix-report.ts';

const comparedPage = html.render(comparedReport(), plainOptions);
const kubelet = '/etc/systemd/system/kubelet.service';
const coredns = 'manifests/coredns.yaml';

describe.skipIf(chromiumFile === undefined)(`a page with a base in Chromium${skippedWithout}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const open = async (text = comparedPage): Promise<Page> => (await openPage(browser, text)).page;
  const status = (page: Page) => page.getByRole('status').textContent();

  it('shows new findings only, when asked, by mouse and by keyboard', async () => {
    const page = await open();
    expect(await status(page)).toBe('4 of 4 findings and 2 of 2 differences shown');
    await page.getByLabel('New only').click();
    expect(await shownFindings(page)).toEqual([
      'On aws only.',
      'In a file for hetzner.',
      'In a file without a platform.',
    ]);
    expect(await status(page)).toBe('3 of 4 findings and 2 of 2 differences shown');
    await page.keyboard.press('Space');
    expect(await shownFindings(page)).toHaveLength(4);
  });

  it('has no such filter without a base', async () => {
    const page = await open(html.render(matrixReport(), plainOptions));
    expect(await page.getByLabel('New only').count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(3);
  });

  it.each([
    ['aws', [kubelet], ['/etc/hosts']],
    ['azure', [], []],
    ['bare-metal', [coredns], [coredns, '/etc/hosts']],
    ['all', [kubelet, coredns], [coredns, '/etc/hosts']],
  ])('narrows differences and files to the platform %s', async (platform, changes, files) => {
    const page = await open();
    await page.getByLabel('Platform', { exact: true }).selectOption({ label: platform });
    expect(await page.locator('.change:visible > summary code').allTextContents()).toEqual(changes);
    await openFolds(page);
    expect(await page.locator('.listing:visible > summary code').allTextContents()).toEqual(files);
  });

  it('looks for text in the lines of differences', async () => {
    const page = await open();
    await page.getByLabel('Text', { exact: true }).fill('restart=always');
    expect(await page.locator('.change:visible > summary code').allTextContents()).toEqual([kubelet]);
    expect(await status(page)).toBe('0 of 4 findings and 1 of 2 differences shown');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('4 of 4 findings and 2 of 2 differences shown').waitFor();
  });

  it('filters differences where there is no finding', async () => {
    const { difference, entries } = comparedReport();
    const page = await open(
      html.render({ ...cleanReport, entries, ...(difference && { difference }) }, plainOptions),
    );
    expect(await status(page)).toBe('2 of 2 differences shown');
    await page.getByLabel('Platform', { exact: true }).selectOption({ label: 'bare-metal' });
    expect(await status(page)).toBe('1 of 2 differences shown');
  });

  it('opens a difference from the keyboard', async () => {
    const page = await open();
    const line = page.getByText('--v=2 <new>').first();
    expect(await line.isVisible()).toBe(false);
    await page.locator('.change summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await line.isVisible()).toBe(true);
    await page.keyboard.press('Space');
    expect(await line.isVisible()).toBe(false);
  });

  it('opens its folds without scripts', async () => {
    const { page } = await openPage(browser, comparedPage, { javaScriptEnabled: false });
    for (const [fold, text] of [
      ['1 finding of the base gone', 'Mended by now.'],
      ['2 entries changed', 'metal/kubernetes'],
      [kubelet, '+\tRestart=always'],
    ] as const) {
      await page.locator('summary', { hasText: fold }).click();
      const details = page.locator('details', { has: page.locator('summary', { hasText: fold }) });
      expect(await details.innerText()).toContain(text);
    }
  });

  it('tells lines that came from lines that went by their sign, and by colour as well', async () => {
    const page = await open();
    await openFolds(page);
    const styles = await page.evaluate<string[]>(
      `['ins', 'del', 'pre'].map((name) => getComputedStyle(document.querySelector('.diff ' + name) ?? document.querySelector('.diff')).color)`,
    );
    expect(new Set(styles).size).toBe(3);
    const came = await page.locator('ins:visible').allTextContents();
    const went = await page.locator('del:visible').allTextContents();
    expect([came.length, went.length]).toEqual([2, 1]);
    expect(came.every((text) => text.startsWith('+')) && went.every((text) => text.startsWith('-'))).toBe(
      true,
    );
  });

  it('prints differences with their lines', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('--v=2 <new>').first().isVisible()).toBe(true);
  });
});

async function openFolds(page: Page): Promise<void> {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
}
