import { type Check, checkAnchor } from '../model/check.ts';
import type { CheckDescription } from '../report/reporter.ts';

const documentation = 'https://github.com/windtunnel/windtunnel/blob/main/docs/checks.md';

type Describe = (id: string) => CheckDescription;

/** What reporters say of the checks of this program; another id is a defect. */
export function describer(checks: readonly Check[]): Describe {
  return describeOr(checks, (id) => {
    throw new Error(`a finding names the check ${id}, which does not exist`);
  });
}

/** The same for reports that another version may have made. Nothing that such a report says of a check is repeated. */
export function strangersDescriber(checks: readonly Check[]): Describe {
  return describeOr(checks, (id) => ({
    id,
    title: 'A check of another version of windtunnel',
    severity: 'warning',
    stage: 'render',
    why: 'Another version of windtunnel made this report, and this one has no such check.',
    fix: 'Print the report with the version that made it.',
    url: documentation,
  }));
}

function describeOr(checks: readonly Check[], other: Describe): Describe {
  const byId = new Map(checks.map((each) => [each.id, each]));
  return (id) => {
    const check = byId.get(id);
    if (!check) return other(id);
    const { title, why, fix, severity, stage } = check;
    return { id, title, why, fix, severity, stage, url: `${documentation}#${checkAnchor(id)}` };
  };
}
