import { knownFingerprints } from '../../model/compare-findings.ts';
import type { Finding } from '../../model/finding.ts';
import { compareText } from '../../model/origin.ts';
import type { ReporterOptions } from '../reporter.ts';
import { plural } from '../wording.ts';
import { goneFolds } from './base.ts';
import { factList } from './facts.ts';
import { filterForm } from './filters.ts';
import type { FindingTraits } from './finding.ts';
import { mark } from './marks.ts';
import { html, type Markup } from './markup.ts';
import type { PageFacts } from './page.ts';
import { type FindingGroup, type WrittenFindings, writeFindings } from './written-findings.ts';

/** All findings, the worst first, by check, and the filters of the page. */
export function findingsSection(facts: PageFacts, options: ReporterOptions): Markup {
  const { report, platforms, entryNames } = facts;
  const written = writeFindings(report.findings, traitsOf(facts), entryNames);
  const checks = [...new Set(written.groups.map(({ check }) => check))].sort(compareText);
  const hasChanges = (report.difference?.changes.length ?? 0) + (report.rendered?.length ?? 0) > 0;
  const hasFindings = report.findings.length > 0;
  return html`
    <section aria-labelledby="findings">
    <h2 id="findings" tabindex="-1">Findings</h2>
    ${
      hasFindings || hasChanges
        ? filterForm({ checks, platforms: platforms.names, hasFindings, hasBase: report.base !== undefined })
        : []
    }
    ${hasFindings ? [] : html`<p>There are none.</p>`}
    ${written.groups.map((group) => groupSection(group, checks.indexOf(group.check), options))}
    ${leftOutLines(written)}
    ${goneFolds(facts)}
    </section>
  `;
}

function traitsOf({ report: { base }, platforms }: PageFacts): (finding: Finding) => FindingTraits {
  const known = knownFingerprints(base);
  return ({ fingerprint, entries }) => ({
    age: base && (known.has(fingerprint) ? 'old' : 'new'),
    platforms: platforms.valuesOf(entries),
  });
}

function groupSection(
  { check, severity, articles }: FindingGroup,
  value: number,
  options: ReporterOptions,
): Markup {
  const { title, why, fix, url } = options.describe(check);
  return html`
    <section class="group" data-severity="${severity}" data-check="${value}">
    <h3>${mark(severity, severity)} ${title}: ${checkName(check, url)}</h3>
    ${factList([
      ['Why', prose(why)],
      ['Fix', prose(fix)],
    ])}
    ${articles}
    </section>
  `;
}

/** What stands between backticks as code. */
function prose(text: string): Markup {
  const parts = text.split(/`([^`]+)`/);
  return parts.reduce(
    (before, part, index) => html`${before}${index % 2 === 1 ? html`<code>${part}</code>` : part}`,
    html``,
  );
}

/** Linked only where the address is one of the web: no other scheme may run on a click. */
function checkName(check: string, url: string): Markup {
  const name = html`<code>${check}</code>`;
  return /^https?:\/\//.test(url) ? html`<a href="${encodeURI(url)}">${name}</a>` : name;
}

function leftOutLines({ leftOut, withoutFolds }: WrittenFindings): Markup[] {
  return [
    ...(leftOut > 0
      ? [
          html`<p>${plural(leftOut, 'finding')} not shown: a page has room for 8 MiB of them. The json report has all.</p>`,
        ]
      : []),
    ...(withoutFolds > 0
      ? [
          html`<p>${plural(withoutFolds, 'finding')} shown without source: a page has room for 4 MiB of it. The json report has all.</p>`,
        ]
      : []),
  ];
}
