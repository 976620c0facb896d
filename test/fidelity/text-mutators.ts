import { type Mutator, replace } from './mutator.ts';

/** Changes below the level of any format: encoding, line ends, length, what stands around the document. */
export const textMutators: readonly Mutator[] = [
  { name: 'empty', apply: () => '' },
  { name: 'blank', apply: () => '\n \n' },
  { name: 'crlf', apply: (source) => source.replaceAll('\n', '\r\n') },
  { name: 'cr-only', apply: (source) => source.replaceAll('\n', '\r') },
  { name: 'bom', apply: (source) => `\uFEFF${source}` },
  { name: 'no-final-newline', apply: (source) => source.trimEnd() },
  { name: 'trailing-spaces', apply: (source) => source.replaceAll('\n', '  \n') },
  { name: 'form-feed', apply: (source) => source.replace('\n', '\f\n') },
  { name: 'nul', apply: (source) => source.replace('e', '\0') },
  { name: 'non-character', apply: (source) => source.replace('e', '\uFFFE') },
  { name: 'line-separator', apply: (source) => source.replace(' ', '\u2028') },
  { name: 'no-break-space', apply: (source) => source.replace(': ', ':\u00A0') },
  { name: 'truncated-half', apply: (source) => source.slice(0, Math.floor(source.length / 2)) },
  { name: 'truncated-end', apply: (source) => source.slice(0, -12) },
  { name: 'twice', apply: (source) => source + source },
  replace('emoji-in-value', /core|root|etc/, '🚀'),
];
