import type { ServerResponse } from 'node:http';
import { type Answer, limitHeaders } from './answers.ts';
import type { ApiRequest } from './judge.ts';
import type { State } from './state.ts';

/** Where the API begins, as on an Enterprise Server. */
export const apiPrefix = '/api/v3';

/** How an answer goes wrong. `cut` ends the connection, `half` the body, `silent` leaves the client waiting. */
export type Fault =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** `done`: whether what was asked for is carried out all the same. */
  | { readonly kind: 'cut' | 'half' | 'silent'; readonly done: boolean };

/** One page of a list, and where the next is. */
export function paged({ path, query }: ApiRequest, answer: Answer): Answer {
  if (!Array.isArray(answer.body)) return answer;
  const size = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  const body = answer.body.slice((page - 1) * size, page * size);
  if (answer.body.length <= page * size) return { ...answer, body };
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  return { ...answer, body, headers: { link: `<{api}${path}?${next}>; rel="next"` } };
}

/** Writes an answer, with the headers that all have. */
export function send(response: ServerResponse, answer: Answer, state: State): void {
  const headers = { ...limitHeaders(state), ...answer.headers };
  if ('link' in headers)
    headers['link'] = headers['link'].replace('{api}', `http://${response.req.headers.host}${apiPrefix}`);
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
}

/** Lets an answer go wrong; undefined for one that was never made. */
export function spoil(response: ServerResponse, fault: Fault | undefined, answer: Answer | undefined): void {
  if (fault?.kind === 'cut') response.destroy();
  if (fault?.kind !== 'half') return;
  const text = JSON.stringify(answer?.body ?? {});
  response.writeHead(answer?.status ?? 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length + 1,
  });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}
