import { compareText } from '../../model/origin.ts';
import type { Report } from '../../model/report.ts';
import type { Summary } from '../../model/summary.ts';
import { clip, someOf } from '../wording.ts';
import { factList } from './facts.ts';
import { html, type Markup } from './markup.ts';

const longestText = 2000;
const mostVersions = 20;

/** What looked, and what it looked for. */
export function versionsFooter({ version, entries }: Report, { kubernetes }: Summary): Markup {
  const systems = entries.flatMap(({ os, osVersion }) => (os && osVersion ? [`${os} ${osVersion}`] : []));
  return html`
    <footer>
    <h2>Versions</h2>
    ${factList([
      ['windtunnel', version],
      ['Kubernetes', listOf(kubernetes.map((one) => `${one.version} (${one.from})`))],
      ['Operating systems', listOf([...new Set(systems)].sort(compareText))],
    ])}
    </footer>
  `;
}

function listOf(names: readonly string[]): string {
  return clip(someOf(names, mostVersions), longestText);
}
