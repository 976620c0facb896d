import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import type { Call, Expression } from './expression.ts';
import { expandMacro, MacroError, presence } from './macros.ts';
import { boolType, bytesType, doubleType, intType, nullType, stringType, uintType } from './types.ts';
import { Uint } from './value.ts';

/** What became of a text: an expression, why it is none, or why we cannot tell. */
export type Parsed =
  | { readonly expression: Expression }
  | { readonly invalid: string }
  | { readonly unread: string };

// The grammar is the library's; types and evaluation are ours, so its variables and functions do not matter.
const environment = new Environment({
  unlistedVariablesAreDyn: true,
  enableOptionalTypes: true,
  limits: {
    maxAstNodes: 20_000,
    maxDepth: 250,
    maxListElements: 10_000,
    maxMapEntries: 10_000,
    maxCallArguments: 100,
  },
});

/** Reads an expression and takes its macros apart. */
export function parseExpression(text: string, minor: number): Parsed {
  try {
    return { expression: new Converter(minor).convert(environment.parse(text).ast) };
  } catch (error) {
    if (error instanceof MacroError) return { invalid: error.message };
    if (!(error instanceof ParseError)) throw error;
    return isBeyondParser(text, error) ? { unread: error.summary } : { invalid: error.summary };
  }
}

/** Forms of cel-go that the parser does not know: `[?x]`, `{?k: v}`, `.name`, `Type{field: 1}`; and its own limits. */
function isBeyondParser(text: string, error: ParseError): boolean {
  if (error.code === 'limit_exceeded') return true;
  return /[[{,]\s*\?|(?:^|[^\w\s)\]}"'.])\s*\.\s*[A-Za-z_]|[A-Za-z_]\s*\{/.test(text);
}

class Converter {
  private readonly minor: number;

  constructor(minor: number) {
    this.minor = minor;
  }

  convert(node: ASTNode): Expression {
    switch (node.op) {
      case 'value':
        return literal(node.args);
      case 'id':
        return { op: 'ident', name: node.args };
      case '.':
      case '.?': {
        const form = node.op === '.' ? 'value' : 'optional';
        return { op: 'select', operand: this.convert(node.args[0]), field: node.args[1], form };
      }
      case '[]':
        return this.operator('_[_]', node.args);
      case '[?]':
        return this.operator('_[?_]', node.args);
      case 'call':
        return this.call(node.args[0], undefined, node.args[1]);
      case 'rcall':
        return this.call(node.args[0], node.args[1], node.args[2]);
      case 'list':
        return { op: 'list', items: node.args.map((item) => this.convert(item)) };
      case 'map':
        return {
          op: 'map',
          entries: node.args.map(([key, value]) => [this.convert(key), this.convert(value)]),
        };
      case '?:':
        return this.operator('_?_:_', node.args);
      case '!_':
        return this.operator('!_', [node.args]);
      case '-_':
        return negation(this.convert(node.args));
      default:
        return this.operator(node.op === 'in' ? '@in' : `_${node.op}_`, node.args);
    }
  }

  private operator(name: string, args: readonly ASTNode[]): Call {
    return { op: 'call', name, target: undefined, args: args.map((arg) => this.convert(arg)) };
  }

  private call(name: string, target: ASTNode | undefined, args: readonly ASTNode[]): Expression {
    const converted = args.map((arg) => this.convert(arg));
    const [only] = converted;
    if (name === 'has' && !target && only && args.length === 1) return presence(only);
    const call: Call = { op: 'call', name, target: target && this.convert(target), args: converted };
    return expandMacro(call, this.minor) ?? call;
  }
}

/** A number's sign is part of it: -9223372036854775808 has no positive counterpart. */
function negation(operand: Expression): Expression {
  if (operand.op === 'literal' && (typeof operand.value === 'bigint' || typeof operand.value === 'number')) {
    return { ...operand, value: -operand.value };
  }
  return { op: 'call', name: '-_', target: undefined, args: [operand] };
}

function literal(value: unknown): Expression {
  switch (typeof value) {
    case 'string':
      return { op: 'literal', value, type: stringType };
    case 'bigint':
      return { op: 'literal', value, type: intType };
    case 'number':
      return { op: 'literal', value, type: doubleType };
    case 'boolean':
      return { op: 'literal', value, type: boolType };
    default:
      if (value instanceof Uint8Array) return { op: 'literal', value, type: bytesType };
      // The library's own unsigned number gives its bigint.
      if (value !== null) return { op: 'literal', value: new Uint(BigInt(String(value))), type: uintType };
      return { op: 'literal', value: null, type: nullType };
  }
}
