import https from 'node:https';
import type { Endpoint } from './kubeconfig.ts';

export interface HttpAnswer {
  readonly status: number;
  /** Texts of `Warning` headers, as they came. */
  readonly warnings: string;
  readonly body: string;
}

export interface HttpClient {
  readonly request: (method: 'GET' | 'POST', path: string, body?: string) => Promise<HttpAnswer>;
  readonly close: () => void;
}

/** HTTPS with a client certificate over a few kept connections. The lab's certificate is its own: it is not checked. */
export function httpClient({ server, cert, key }: Endpoint): HttpClient {
  const agent = new https.Agent({ cert, key, rejectUnauthorized: false, keepAlive: true, maxSockets: 8 });
  return {
    close: () => agent.destroy(),
    request: (method, path, body) =>
      new Promise((resolve, reject) => {
        const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
        const request = https.request(new URL(path, server), { method, agent, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const warnings = [response.headers['warning'] ?? []].flat().join(', ');
            resolve({
              status: response.statusCode ?? 0,
              warnings,
              body: Buffer.concat(chunks).toString('utf8'),
            });
          });
        });
        request.on('error', reject);
        request.end(body);
      }),
  };
}
