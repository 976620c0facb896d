import { type Shard, shardName } from '../model/shard.ts';
import { resultWord, type Summary, summarise, triedStages } from '../model/summary.ts';
import { acceptedSection } from './html/accepted.ts';
import { baseLine } from './html/base.ts';
import { differenceSection } from './html/difference.ts';
import { htmlDocument } from './html/document.ts';
import { findingsSection } from './html/findings.ts';
import { gridSection } from './html/grid.ts';
import { madeUpSection } from './html/made-up.ts';
import { type MarkKind, mark } from './html/marks.ts';
import { type Markup, html as markup } from './html/markup.ts';
import { type PageFacts, pageFacts } from './html/page.ts';
import { renderedSection } from './html/rendered.ts';
import { notCheckedSection, stagesSection } from './html/stages.ts';
import { versionsFooter } from './html/versions.ts';
import type { Reporter } from './reporter.ts';
import { headline, kubernetesPhrase, suppressedPhrase } from './wording.ts';

type Result = ReturnType<typeof resultWord>;

const results: Readonly<Record<Result, readonly [MarkKind, string]>> = {
  clean: ['passed', 'clean'],
  findings: ['error', 'findings'],
  failed: ['failed', 'failed: not everything could be checked'],
  usage: ['failed', 'used wrongly'],
};

/** One page for a browser, which needs nothing but itself: no network, and scripts only for the filters. */
export const html: Reporter = {
  format: 'html',
  title: 'a page for browsers, with filters',
  render: (report, options) => {
    const summary = summarise(report);
    const facts = pageFacts(report);
    const result = resultWord(report, options.failOn);
    return htmlDocument(
      report.shard ? `windtunnel: part ${shardName(report.shard)}` : `windtunnel: ${result}`,
      markup`
        <a class="skip" href="#findings">Skip to the findings</a>
        ${pageHeader(result, summary, facts)}
        <main>
        ${gridSection(report)}
        ${findingsSection(facts, options)}
        ${differenceSection(facts)}
        ${renderedSection(facts)}
        ${stagesSection(triedStages(summary))}
        ${notCheckedSection(summary.notChecked)}
        ${madeUpSection(report.gaps)}
        ${acceptedSection(report.suppressed)}
        </main>
        ${versionsFooter(report, summary)}
      `,
    );
  },
};

function pageHeader(result: Result, summary: Summary, facts: PageFacts): Markup {
  const { shard } = facts.report;
  const phrases = [headline(summary), kubernetesPhrase(summary), suppressedPhrase(summary)].filter(Boolean);
  return markup`
    <header>
    <h1>windtunnel report</h1>
    ${shard ? partLines(shard) : resultLine(results[result])}
    ${phrases.map((phrase) => markup`<p>${phrase}</p>`)}
    ${baseLine(facts)}
    </header>
  `;
}

function resultLine([kind, words]: readonly [MarkKind, string]): Markup {
  return markup`<p class="result">${mark(kind, words)}</p>`;
}

/** A part must not be taken for the whole: its findings are not yet held against suppressions and the baseline. */
function partLines(shard: Shard): Markup {
  return markup`
    ${resultLine(['skipped', `part ${shardName(shard)} of a run: no verdict`])}
    <p>Other parts check the other entries. <code>windtunnel report</code> joins them and gives the verdict.</p>
  `;
}
