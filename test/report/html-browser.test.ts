import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.ts';
import { cleanReport, describeCheck, handMadeReport, plainOptions } from './hand-made-run.ts';
import { hostileOptions, hostileReport } from './hostile-report.ts';
import { chromiumFile, launchBrowser, openPage, shownFindings, skippedWithout } from './html-browser.ts';
import { comparedReport, partReport } from './html-compared-report.ts';
import { matrixReport } from './html-matrix-report.ts';

const everything = [
  'Everywhere in modules.',
  'On aws only.',
  'In a file for hetzner.',
  'In a file without a platform.',
];
const [everywhere = '', onAws = '', onHetzner = '', withoutPlatform = ''] = everything;

const pages: readonly (readonly [string, string])[] = [
  ['the hand-made report', html.render(handMadeReport(), plainOptions)],
  ['the report of a matrix', html.render(matrixReport(), plainOptions)],
  ['a clean report', html.render(cleanReport, plainOptions)],
  ['the report against a base', html.render(comparedReport(), plainOptions)],
  ['the report of a part', html.render(partReport(), plainOptions)],
  ['a hostile report', html.render(hostileReport(), hostileOptions)],
];

function matrixPage(): string {
  return html.render(matrixReport(), { ...plainOptions, describe: describeCheck });
}

describe.skipIf(chromiumFile === undefined)(`the page in Chromium${skippedWithout}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const openMatrix = async (): Promise<Page> => (await openPage(browser, matrixPage())).page;

  describe('its filters', () => {
    it('show everything at first, the worst on top', async () => {
      const page = await openMatrix();
      expect(await shownFindings(page)).toEqual(everything);
      expect(await page.getByRole('status').textContent()).toBe('4 of 4 findings shown');
    });

    it('take out severities by mouse, with the headings of what is gone', async () => {
      const page = await openMatrix();
      await page.getByRole('checkbox', { name: 'error' }).click();
      expect(await shownFindings(page)).toEqual([onAws, onHetzner, withoutPlatform]);
      await page.locator('label', { hasText: 'note' }).click();
      expect(await shownFindings(page)).toEqual([onAws]);
      expect(await page.getByRole('status').textContent()).toBe('1 of 4 findings shown');
      expect(await page.locator('h3:visible').allTextContents()).toEqual([
        '▲ warning Unit defined twice: machine/duplicate-unit',
      ]);
    });

    it.each([
      ['aws', [everywhere, onAws]],
      ['azure', [everywhere]],
      ['bare-metal', []],
      ['hetzner', [onHetzner]],
      ['not known', [withoutPlatform]],
      ['all', everything],
    ])('keep what shows on the platform %s', async (platform, left) => {
      const page = await openMatrix();
      await page.getByLabel('Platform', { exact: true }).selectOption({ label: 'aws' });
      await page.getByLabel('Platform', { exact: true }).selectOption({ label: platform });
      expect(await shownFindings(page)).toEqual(left);
    });

    it('keep one check', async () => {
      const page = await openMatrix();
      await page.getByLabel('Check', { exact: true }).selectOption('machine/duplicate-unit');
      expect(await shownFindings(page)).toEqual([onAws]);
    });

    it.each([
      ['every word of it, in any case', 'AWS  only', [onAws]],
      ['a place', 'kubelet.yaml:20', everything],
      ['a line of source, folded as it is', 'line 21 of', everything],
      ['the name of the check', 'duplicate-unit', [onAws]],
      ['nothing', 'nowhere', []],
    ])('look for text: %s', async (_, text, left) => {
      const page = await openMatrix();
      await page.getByLabel('Text', { exact: true }).fill(text);
      expect(await shownFindings(page)).toEqual(left);
    });

    it('hold together, and a button takes them back', async () => {
      const page = await openMatrix();
      await page.getByLabel('Platform', { exact: true }).selectOption('aws');
      await page.getByLabel('Text', { exact: true }).fill('modules');
      await page.getByRole('checkbox', { name: 'error' }).click();
      expect(await page.getByRole('status').textContent()).toBe('1 of 4 findings shown');
      await page.getByRole('checkbox', { name: 'warning' }).click();
      expect(await shownFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.getByText('4 of 4 findings shown').waitFor();
      expect(await shownFindings(page)).toEqual(everything);
    });

    it('work from the keyboard alone', async () => {
      const page = await openMatrix();
      const focused = () => page.evaluate('document.activeElement.textContent');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Skip to the findings');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('Findings');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await shownFindings(page)).not.toContain(everywhere);
      for (const key of ['Tab', 'Tab', 'Tab', 'h']) await page.keyboard.press(key);
      expect(await shownFindings(page)).toEqual([onHetzner]);
      for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
      await page.keyboard.type('nowhere');
      expect(await shownFindings(page)).toEqual([]);
      for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
      await page.getByText('4 of 4 findings shown').waitFor();
    });

    it('find one among 5,000', async () => {
      const report = matrixReport();
      const [first] = report.findings;
      if (!first) throw new Error('the report has findings');
      const findings = Array.from({ length: 5_000 }, (_, index) => ({
        ...first,
        message: `number ${index} of many`,
        fingerprint: String(index),
      }));
      const { page } = await openPage(browser, html.render({ ...report, findings }, plainOptions));
      await page.getByLabel('Text', { exact: true }).fill('number 4321 of');
      expect(await shownFindings(page)).toEqual(['number 4321 of many']);
      expect(await page.getByRole('status').textContent()).toBe('1 of 5000 findings shown');
    });
  });

  describe('without scripts', () => {
    it('has all findings, and no filters that would do nothing', async () => {
      const { page } = await openPage(browser, matrixPage(), { javaScriptEnabled: false });
      expect(await shownFindings(page)).toEqual(everything);
      expect(await page.locator('form').isVisible()).toBe(false);
    });

    it('opens its folds', async () => {
      const { page } = await openPage(browser, matrixPage(), { javaScriptEnabled: false });
      const source = page.getByText('line 20 of the source').first();
      expect(await source.isVisible()).toBe(false);
      await page.getByText('Source, lines 18 to 21').first().click();
      expect(await source.isVisible()).toBe(true);
      expect(await page.locator('mark:visible').allTextContents()).toEqual(['20']);
    });
  });

  describe.each(pages)('%s', (_, text) => {
    it('asks for nothing and breaks no rule of its own policy', async () => {
      const { page, requests, complaints } = await openPage(browser, text);
      await openAll(page);
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    });

    it.each(['light', 'dark'] as const)('has nothing that axe finds serious, in %s', async (colorScheme) => {
      const { page } = await openPage(browser, text, { colorScheme });
      await openAll(page);
      expect(await violations(page)).toEqual([]);
    });

    it('needs no scrolling to the side at 320 px', async () => {
      const { page } = await openPage(browser, text, { viewport: { width: 320, height: 640 } });
      await openAll(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    });
  });

  it('has its policy enforced: a script that is put in does not run', async () => {
    const script = '<script>document.title = "owned"</script><img src="https://evil.example/x.png">';
    const { page, requests, complaints } = await openPage(
      browser,
      matrixPage().replace('</main>', `${script}$&`),
    );
    expect(await page.title()).toBe('windtunnel: failed');
    expect(requests).toEqual([]);
    expect(complaints).toHaveLength(2);
  });

  it('has landmarks and names for those who do not see it', async () => {
    const page = await openMatrix();
    for (const role of ['banner', 'main', 'contentinfo', 'search'] as const) {
      expect(await page.getByRole(role).count()).toBe(1);
    }
    const cell = page.getByRole('row', { name: 'aws, fedora-coreos' }).getByRole('cell').first();
    expect(await cell.textContent()).toContain('1 error, 1 warning');
    expect(await page.getByRole('columnheader', { name: 'cilium' }).count()).toBe(1);
  });

  it('prints its folds and leaves the filters out', async () => {
    const page = await openMatrix();
    const source = page.getByText('line 20 of the source').first();
    await page.emulateMedia({ media: 'print' });
    expect(await source.isVisible()).toBe(true);
    expect(await page.locator('form').isVisible()).toBe(false);
  });
});

async function openAll(page: Page): Promise<void> {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
}

/** What axe calls serious or critical: `rule: element`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: axe.Result[] = await page.evaluate('axe.run().then(({ violations }) => violations)');
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html: element }) => `${id}: ${element.slice(0, 200)}`));
}
