import { afterEach, beforeEach, expect } from 'vitest';
import { furnish } from '../posting.ts';
import { type GitHubServer, startGitHub } from './start.ts';

/** The server of the running test, in a file that has called {@link serverForEachTest}. */
export let server: GitHubServer;

/** Gives each test of a file a furnished server of its own, to which nothing is sent that GitHub does not describe. */
export function serverForEachTest(): void {
  beforeEach(async () => {
    server = await startGitHub();
    furnish(server);
  });
  afterEach(async () => {
    await server.close();
    expect(server.violations).toEqual([]);
  });
}
