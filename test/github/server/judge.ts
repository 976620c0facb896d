import { Ajv, type ValidateFunction } from 'ajv';
import { type ApiSchema, type Operation, selfContained } from './description.ts';

/** A request as it came in, its path without the prefix of the API. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

// Schemas of the description use keywords that only readers of documentation know.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, coerceTypes: false });
const compiled = new WeakMap<ApiSchema, ValidateFunction>();

/** What a request does that GitHub's description does not provide for; empty for a good one. */
export function judgeRequest(operation: Operation, request: ApiRequest): string[] {
  const inPath = operation.path.exec(request.path)?.groups ?? {};
  const known = new Map(
    operation.parameters.filter((each) => each.in === 'query').map((each) => [each.name, each]),
  );
  return [
    ...operation.parameters.flatMap((parameter) => {
      if (parameter.in === 'header') return [];
      const text = parameter.in === 'path' ? inPath[parameter.name] : request.query.get(parameter.name);
      if (text === undefined || text === null) return parameter.required ? [`no ${parameter.name}`] : [];
      // A query is decoded already.
      const value = parameter.in === 'path' ? decodeURIComponent(text) : text;
      return judge(
        parameter.schema,
        /^-?\d+$/.test(value) && takesNumbers(parameter.schema) ? Number(value) : value,
      );
    }),
    ...[...request.query.keys()].filter((name) => !known.has(name)).map((name) => `unknown query ${name}`),
    ...judgeBody(operation, request.body),
  ].map((problem) => `${operation.id}: ${problem}`);
}

/** What of a value does not follow a schema. */
export function judge(schema: ApiSchema, value: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(selfContained(schema));
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function judgeBody({ body: schema }: Operation, body: unknown): string[] {
  if (schema === undefined) return body === undefined ? [] : ['a body that nobody reads'];
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  // GitHub passes over what it does not know; whoever sent it meant something by it.
  const unknown = names.filter((name) => !(name in (schema.properties ?? {})));
  return [...judge(schema, body), ...unknown.map((name) => `unknown property ${name}`)];
}

function takesNumbers(schema: ApiSchema): boolean {
  return 'type' in schema && schema.type === 'integer';
}
