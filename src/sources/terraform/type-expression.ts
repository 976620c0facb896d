/** The type of a variable, as far as sample values need it. */
export type VariableType =
  | { readonly kind: 'string' | 'number' | 'bool' | 'any' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: VariableType }
  | { readonly kind: 'tuple'; readonly elements: readonly VariableType[] }
  | { readonly kind: 'object'; readonly attributes: readonly ObjectAttribute[] };

interface ObjectAttribute {
  readonly name: string;
  readonly type: VariableType;
  readonly isOptional: boolean;
}

const any: VariableType = { kind: 'any' };

const deepest = 40;

/**
 * Reads a type constraint (https://developer.hashicorp.com/terraform/language/expressions/type-constraints), such as
 * `list(object({ name = string }))`. What is none is taken for `any`: the core tells of it.
 */
export function parseType(text: string): VariableType {
  const tokens = tokenize(text);
  const state = { tokens, at: 0 };
  const type = readType(state, 0);
  return state.at === tokens.length ? type : any;
}

interface State {
  readonly tokens: readonly string[];
  at: number;
}

function tokenize(text: string): string[] {
  const withoutComments = text.replace(/"(?:[^"\\\n]|\\.)*"|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith('"') ? '"text"' : ' ',
  );
  return withoutComments.match(/"text"|[A-Za-z_][\w-]*|[^\s,]/g) ?? [];
}

function readType(state: State, depth: number): VariableType {
  const word = take(state);
  if (depth > deepest || word === undefined) return any;
  if (word === 'string' || word === 'number' || word === 'bool') return { kind: word };
  if (word === 'list' || word === 'set' || word === 'map') {
    if (!skip(state, '(')) return { kind: word, element: any };
    const element = readType(state, depth + 1);
    skip(state, ')');
    return { kind: word, element };
  }
  if (word === 'object' && skip(state, '(') && skip(state, '{')) return readObject(state, depth);
  if (word === 'tuple' && skip(state, '(') && skip(state, '[')) return readTuple(state, depth);
  return any;
}

function readObject(state: State, depth: number): VariableType {
  const attributes: ObjectAttribute[] = [];
  while (state.at < state.tokens.length && !skip(state, '}')) {
    const name = take(state) ?? '';
    if (!skip(state, '=') && !skip(state, ':')) continue;
    const isOptional = skip(state, 'optional');
    if (isOptional) skip(state, '(');
    const type = readType(state, depth + 1);
    if (isOptional) skipDefault(state);
    attributes.push({ name, type, isOptional });
  }
  skip(state, ')');
  return { kind: 'object', attributes };
}

function readTuple(state: State, depth: number): VariableType {
  const elements: VariableType[] = [];
  while (state.at < state.tokens.length && !skip(state, ']')) elements.push(readType(state, depth + 1));
  skip(state, ')');
  return { kind: 'tuple', elements };
}

/** What stands between the type of an `optional` and its closing parenthesis. */
function skipDefault(state: State): void {
  let open = 1;
  while (open > 0 && state.at < state.tokens.length) {
    const token = take(state) ?? '';
    if ('([{'.includes(token)) open += 1;
    else if (')]}'.includes(token)) open -= 1;
  }
}

function take(state: State): string | undefined {
  const token = state.tokens[state.at];
  state.at += 1;
  return token;
}

function skip(state: State, token: string): boolean {
  if (state.tokens[state.at] !== token) return false;
  state.at += 1;
  return true;
}
