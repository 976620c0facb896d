import { type CharSet, perlClass, unicodeClass } from './char-set.ts';
import { type RegexScanner, RegexSyntaxError } from './scanner.ts';

/** Reads `\d` and `\p{Greek}` and their like, where one stands here. */
export function readClass(scanner: RegexScanner): CharSet | undefined {
  const perl = scanner.match(/\\([dDsSwW])/y);
  if (perl) return perlClass(perl[1] ?? '');
  const unicode = scanner.match(/\\([pP])(?:\{(\^?\w+)\}|(\w))/y);
  if (!unicode) return undefined;
  const set = unicodeClass(unicode[2] ?? unicode[3] ?? '');
  if (!set) throw new RegexSyntaxError('invalid character class range');
  return unicode[1] === 'P' ? { ...set, negated: !set.negated } : set;
}
