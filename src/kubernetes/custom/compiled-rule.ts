import { type Compiled, compileExpression, type Program } from '../cel/compile.ts';
import { type CelType, optionalType } from '../cel/types.ts';
import type { ValidationRule } from './validation-rule.ts';

/** A rule of a definition, compiled. */
export interface CompiledRule {
  readonly rule: ValidationRule;
  readonly program: Compiled;
  readonly messageProgram: Compiled | undefined;
}

/** Compiles a rule for values of type `self`. */
export function compileRule(rule: ValidationRule, self: CelType, minor: number): CompiledRule {
  // A rule that asks for it gets an optional, which is empty when an object is created.
  const old = rule.optionalOldSelf === true ? optionalType(self) : self;
  const variables = new Map([
    ['self', self],
    ['oldSelf', old],
  ]);
  const program = compileExpression(rule.rule, { variables, minor });
  const text = rule.messageExpression;
  const messageProgram = text === undefined ? undefined : compileExpression(text, { variables, minor });
  return { rule, program, messageProgram };
}

/** The program, where there is one that gives a value of the kind that is asked for. */
export function usable(program: Compiled | undefined, kind: 'bool' | 'string'): Program | undefined {
  return program && 'evaluate' in program && program.type.kind === kind ? program : undefined;
}
