import { changeLine, type Mutator, replace } from './mutator.ts';

/** Slips in shell scripts. */
export const shellMutators: readonly Mutator[] = [
  replace('no-fi', /\bfi\b/, ''),
  replace('no-done', /\bdone\b/, ''),
  replace('no-esac', /\besac\b/, ''),
  replace('no-then', /\bthen\b/, ''),
  replace('no-do', /\bdo\b/, ''),
  replace('open-quote', /"/, ''),
  replace('open-single-quote', /'/, ''),
  replace('open-substitution', /\$\(/, '$('.repeat(2)),
  replace('open-brace', /\}/, ''),
  replace('extra-brace', /\n/, '\n}\n'),
  replace('extra-parenthesis', /\n/, '\n)\n'),
  replace('double-semicolon', /;/, ';;'),
  replace('no-heredoc-end', /^EOF$/m, 'EOFX'),
  replace('test-glued', /\[\[ /, '[['),
  replace('pipe-at-start', /\n/, '\n| cat\n'),
  replace('bad-arithmetic', /\(\(/, '((+ *'),
  replace('bad-function', /\n/, '\nfunction { :; }\n'),
  changeLine('line-cut', /\S/, 0.5, (line) => line.slice(0, line.length / 2)),
  changeLine('tabs', /^ /, 0.5, (line) => `\t${line}`),
];
