import type { Severity } from '../model/finding.ts';
import type { Status } from '../model/stage.ts';

/** Colours for the terminal. They only repeat what words and carets say already. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  readonly status: (status: Status, text: string) => string;
  /** A text of a diff, by the character that its line begins with. */
  readonly diff: (mark: string, text: string) => string;
}

// SGR parameters: https://ecma-international.org/publications-and-standards/standards/ecma-48/
const severityCodes: Readonly<Record<Severity, string>> = { error: '1;31', warning: '1;33', note: '1;36' };
const statusCodes: Readonly<Record<Status, string>> = {
  passed: '32',
  findings: '31',
  skipped: '33',
  'not-applicable': '2',
  failed: '1;31',
};

const diffCodes: Readonly<Record<string, string>> = { '+': '32', '-': '31', '@': '36' };

/** Styles that colour, or that give every text back as it is. */
export function makeStyle(color: boolean): Style {
  const sgr = (codes: string, text: string): string =>
    color && text !== '' ? `\u001b[${codes}m${text}\u001b[0m` : text;
  return {
    bold: (text) => sgr('1', text),
    dim: (text) => sgr('2', text),
    severity: (severity, text) => sgr(severityCodes[severity], text),
    status: (status, text) => sgr(statusCodes[status], text),
    diff: (mark, text) => {
      const codes = diffCodes[mark];
      return codes === undefined ? text : sgr(codes, text);
    },
  };
}
