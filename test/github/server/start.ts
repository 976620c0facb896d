import { createServer, type IncomingMessage } from 'node:http';
import { type Answer, refusal } from './answers.ts';
import { apiPrefix, type Fault, paged, send, spoil } from './deliver.ts';
import { describedOperation, type Operation } from './description.ts';
import { type ApiRequest, judge, judgeRequest } from './judge.ts';
import { operations } from './operations.ts';
import { emptyState, type State } from './state.ts';

/** A GitHub of our own on this machine, with one repository. */
export interface GitHubServer {
  /** Address of its API. */
  readonly url: string;
  readonly state: State;
  /** What requests, or our own answers, did that GitHub's description does not provide for. */
  readonly violations: readonly string[];
  /** Ids of the operations that were asked for, in order. */
  readonly asked: readonly string[];
  /** Lets the next requests of an operation go wrong, each in its way. */
  readonly misbehave: (operation: string, ...faults: readonly Fault[]) => void;
  /** Runs something once, before the next request of an operation is carried out. */
  readonly before: (operation: string, run: () => Promise<void> | void) => void;
  readonly close: () => Promise<void>;
}

const described: readonly Operation[] = Object.keys(operations).map(describedOperation);

/** Starts the server on a free port of this machine. */
export async function startGitHub(): Promise<GitHubServer> {
  const state = emptyState();
  const violations: string[] = [];
  const asked: string[] = [];
  const faults = new Map<string, Fault[]>();
  const hooks = new Map<string, (() => Promise<void> | void)[]>();
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    const operation = described.find(
      (each) => each.method === request.method && each.path.test(request.path),
    );
    if (operation === undefined) violations.push(`no operation for ${request.method} ${request.path}`);
    if (operation === undefined) return send(response, refusal(404, 'Not Found'), state);
    asked.push(operation.id);
    await hooks.get(operation.id)?.shift()?.();
    violations.push(...judgeRequest(operation, request));
    const fault = faults.get(operation.id)?.shift();
    if (fault?.kind === 'answer') return send(response, fault.answer, state);
    const answer = fault?.done === false ? undefined : carryOut(operation, request, state);
    violations.push(...judgeAnswer(operation, answer));
    if (fault === undefined && answer !== undefined) return send(response, paged(request, answer), state);
    spoil(response, fault, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}${apiPrefix}`,
    state,
    violations,
    asked,
    misbehave: (operation, ...some) =>
      void faults.set(operation, [...(faults.get(operation) ?? []), ...some]),
    before: (operation, run) => void hooks.set(operation, [...(hooks.get(operation) ?? []), run]),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function carryOut(operation: Operation, request: ApiRequest, state: State): Answer {
  const token = /^(?:token|bearer) (.*)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  const account = state.accounts.get(token);
  if (account === undefined) return refusal(401, 'Bad credentials');
  if (state.reset * 1000 <= Date.now() && state.remaining <= 0) state.remaining = 5000;
  state.remaining -= 1;
  if (state.remaining < 0) return refusal(403, 'API rate limit exceeded for installation.');
  const path = operation.path.exec(request.path)?.groups ?? {};
  if (`${path['owner']}/${path['repo']}` !== state.repository && 'owner' in path)
    return refusal(404, 'Not Found');
  const body = typeof request.body === 'object' && request.body !== null ? { ...request.body } : {};
  return operations[operation.id]?.(state, { request, account, path, body }) ?? refusal(404, 'Not Found');
}

function judgeAnswer(operation: Operation, answer: Answer | undefined): string[] {
  const schema = answer && operation.responses.get(answer.status);
  if (schema === undefined) return [];
  return judge(schema, answer?.body).map((problem) => `our answer to ${operation.id}: ${problem}`);
}

async function readRequest(incoming: IncomingMessage): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname.startsWith(apiPrefix) ? url.pathname.slice(apiPrefix.length) : url.pathname,
    query: url.searchParams,
    headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}
