import type { Outcome } from '../cel/compile.ts';
import type { CelValue } from '../cel/value.ts';
import { type CompiledRule, usable } from './compiled-rule.ts';

const mostSteps = 100_000;
const longestMessage = 5 * 1024;

/** What to say when a rule does not hold at `place`: in its author's words, where there are any. */
export function ruleMessage(
  compiled: CompiledRule,
  outcome: Exclude<Outcome, 'too much work'>,
  values: readonly CelValue[],
  place: string,
): string {
  const { rule } = compiled.rule;
  if ('error' in outcome) {
    return `${place} must let the definition's rule ${oneLine(rule)} be evaluated, and it ends in an error: ${outcome.error}`;
  }
  const words = expressed(compiled, values) ?? compiled.rule.message?.trim();
  return words === undefined
    ? `${place} must fulfil the definition's rule ${oneLine(rule)}`
    : `${place} must fulfil a rule of the definition: ${oneLine(words)}`;
}

/** What messageExpression gives; a message that cannot be used is as if there were none. */
function expressed({ messageProgram }: CompiledRule, values: readonly CelValue[]): string | undefined {
  const outcome = usable(messageProgram, 'string')?.evaluate(values, mostSteps);
  if (!outcome || outcome === 'too much work' || !('value' in outcome)) return undefined;
  const { value } = outcome;
  if (typeof value !== 'string' || value.trim() === '' || /[\n\r]/.test(value.trim())) return undefined;
  return Buffer.byteLength(value) > longestMessage ? undefined : value.trim();
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ');
}
