import { type Checked, checkExpression } from './check.ts';
import { estimateCost } from './cost.ts';
import { CelTypeError, UnknownFunctionError } from './errors.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse.ts';
import { Frame, planExpression } from './plan.ts';
import type { CelType } from './types.ts';
import { CelBudgetError, CelError, type CelValue } from './value.ts';

/** What an expression may be about, and what it must give. */
export interface CompileOptions {
  /** Names and types of the variables, in the order in which `evaluate` is given their values. */
  readonly variables: ReadonlyMap<string, CelType>;
  /** Minor of Kubernetes 1.x. */
  readonly minor: number;
}

/** A compiled expression. */
export interface Program {
  readonly type: CelType;
  /** Names of the variables that it reads. */
  readonly reads: ReadonlySet<string>;
  /** The most that it can cost by Kubernetes' estimate; Infinity where nothing limits it. */
  readonly estimate: () => number;
  /** Runs it with `steps` at most; about one for each operation. */
  readonly evaluate: (values: readonly CelValue[], steps: number) => Outcome;
}

/** A value; an error of evaluation, which the API server would have too; or too much work. */
export type Outcome =
  | { readonly value: CelValue; readonly steps: number }
  | { readonly error: string; readonly steps: number }
  | 'too much work';

/** A program; why the API server refuses the expression; or why we cannot tell. */
export type Compiled = Program | { readonly invalid: string } | { readonly unread: string };

/** Compiles an expression of the Common Expression Language as Kubernetes has it. */
export function compileExpression(text: string, options: CompileOptions): Compiled {
  const parsed = parseExpression(text, options.minor);
  if (!('expression' in parsed)) return parsed;
  const { expression } = parsed;
  try {
    return makeProgram(expression, checkExpression(expression, options.variables, options.minor), options);
  } catch (error) {
    if (error instanceof CelTypeError) return { invalid: error.message };
    if (error instanceof UnknownFunctionError)
      return { unread: `the function ${error.message} is not known` };
    throw error;
  }
}

function makeProgram(expression: Expression, checked: Checked, { variables }: CompileOptions): Program {
  const run = planExpression(expression, checked, [...variables.keys()]);
  return {
    type: checked.type,
    reads: checked.reads,
    estimate: () => estimateCost(expression, checked, variables),
    evaluate: (values, steps) => {
      const frame = new Frame(values, steps);
      try {
        return { value: run(frame), steps: steps - frame.left };
      } catch (error) {
        if (error instanceof CelError) return { error: error.message, steps: steps - frame.left };
        if (error instanceof CelBudgetError) return 'too much work';
        throw error;
      }
    },
  };
}
