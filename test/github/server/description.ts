import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A schema of GitHub's description, read as far as we need it. */
export interface ApiSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, ApiSchema>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: ApiSchema;
}

interface Reference {
  readonly $ref: string;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: ApiSchema }>>;
}

interface ApiOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content | Reference>>;
}

interface ApiDescription {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const require = createRequire(import.meta.url);
const file = require.resolve('@octokit/openapi/generated/api.github.com.json');
// The package holds GitHub's own description, which follows OpenAPI 3.0; the types above are the part we read.
const description = JSON.parse(readFileSync(file, 'utf8')) as ApiDescription;

/** One thing that can be asked of GitHub, as its description has it. */
export interface Operation {
  /** `issues/create-comment` */
  readonly id: string;
  readonly method: string;
  readonly path: RegExp;
  readonly parameters: readonly Parameter[];
  readonly body: ApiSchema | undefined;
  /** Schema of what comes back, by status. */
  readonly responses: ReadonlyMap<number, ApiSchema>;
}

/** An operation by its id. */
export function describedOperation(id: string): Operation {
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId === id) return toOperation(path, method, operation);
    }
  }
  throw new Error(`GitHub's description has no operation ${id}`);
}

/** An example of GitHub's own of what it answers. */
export function example(name: string): Readonly<Record<string, unknown>> {
  const found = description.components['examples']?.[name];
  // An example of the description is an object with the example as its value.
  return (found as { readonly value: Readonly<Record<string, unknown>> }).value;
}

/** The schema with all that it refers to beneath it, so that it can be compiled alone. */
export function selfContained(schema: ApiSchema): object {
  const schemas: Record<string, unknown> = {};
  const visit = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name in schemas) continue;
      schemas[name] = description.components['schemas']?.[name];
      visit(schemas[name]);
    }
  };
  visit(schema);
  return { ...schema, components: { schemas } };
}

function toOperation(path: string, method: string, operation: ApiOperation): Operation {
  const { operationId, parameters = [], requestBody, responses } = operation;
  const pattern = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return {
    id: operationId,
    method: method.toUpperCase(),
    path: new RegExp(`^${pattern}$`),
    parameters: parameters.map((parameter) => resolve<Parameter>(parameter)),
    body: requestBody?.content?.['application/json']?.schema,
    responses: new Map(
      Object.entries(responses).flatMap(([status, response]) => {
        const schema = resolve<Content>(response).content?.['application/json']?.schema;
        return schema === undefined ? [] : [[Number(status), schema] as const];
      }),
    ),
  };
}

function resolve<T extends object>(value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const [, , kind = '', name = ''] = String(value.$ref).split('/');
  // What a reference of that place leads to is of that place's kind.
  return description.components[kind]?.[name] as T;
}
