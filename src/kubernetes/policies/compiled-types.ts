import { compileExpression } from '../cel/compile.ts';
import type { CelType } from '../cel/types.ts';
import { AnswerCache } from '../meta/answer-cache.ts';

/** The type of an expression; why it has none, in words; undefined for what we cannot tell. */
type Answer = CelType | string | undefined;

const answers = new AnswerCache<Answer>(1024 * 1024);

/**
 * Finds the type of an expression.
 * @param key equal for equal variables only; undefined for some that are not likely to come again
 * @param variables names and types
 */
export function compileTypes(
  expression: string,
  key: string | undefined,
  variables: () => ReadonlyMap<string, CelType>,
  minor: number,
): Answer {
  if (key === undefined) return compile(expression, variables(), minor);
  const text = `${minor} ${key.length} ${key}${expression}`;
  const known = answers.find(text);
  if (known) return known.answer;
  const answer = compile(expression, variables(), minor);
  return isLasting(answer) ? answers.keep(text, answer) : answer;
}

function compile(expression: string, variables: ReadonlyMap<string, CelType>, minor: number): Answer {
  const compiled = compileExpression(expression, { variables, minor });
  if ('invalid' in compiled) return compiled.invalid;
  return 'unread' in compiled ? undefined : compiled.type;
}

/** False for objects: one of them is `variables`, which grows while its policy is read. */
function isLasting(answer: Answer): boolean {
  if (typeof answer !== 'object') return true;
  return answer.kind !== 'object' && answer.params.every(isLasting);
}
