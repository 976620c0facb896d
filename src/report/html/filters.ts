import { severities } from '../../model/finding.ts';
import { clip } from '../wording.ts';
import { mark } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** What can be chosen; the position of a name is its value. */
export interface FilterChoices {
  readonly checks: readonly string[];
  readonly platforms: readonly string[];
  readonly hasFindings: boolean;
  /** Whether it is known which findings are new. */
  readonly hasBase: boolean;
}

const longestName = 100;

/**
 * The form over the findings, whose platform and text also narrow the differences. It is hidden until the script shows
 * it, since without scripts it would do nothing. A further filter is a field here, an attribute of the finding, and a
 * line in the script.
 */
export function filterForm({ checks, platforms, hasFindings, hasBase }: FilterChoices): Markup {
  return html`
    <form class="filters" id="filters" role="search" aria-label="Filter findings" autocomplete="off" hidden>
    ${hasFindings ? severityFields() : []}
    ${hasFindings && hasBase ? html`<div><label class="box"><input type="checkbox" name="age" value="new"> New only</label></div>` : []}
    ${selectField('platform', 'Platform', platforms)}
    ${selectField('check', 'Check', checks)}
    <div><label for="text">Text</label><input type="search" id="text" name="text"></div>
    <button type="reset">Show all</button>
    </form>
    <p id="shown" role="status"></p>
  `;
}

function severityFields(): Markup {
  return html`
    <fieldset>
    <legend>Severity</legend>
    ${severities.map(
      (severity) =>
        html`<label class="box"><input type="checkbox" name="severity" value="${severity}" checked> ${mark(severity, severity)}</label>`,
    )}
    </fieldset>
  `;
}

/** Nothing where there is nothing to choose. */
function selectField(name: string, label: string, options: readonly string[]): Markup | readonly [] {
  if (options.length < 2) return [];
  return html`
    <div><label for="${name}">${label}</label><select id="${name}" name="${name}">
    <option value="">all</option>
    ${options.map((option, index) => html`<option value="${index}">${clip(option, longestName)}</option>`)}
    </select></div>
  `;
}
