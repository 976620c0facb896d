#!/usr/bin/env node
import { startWorker } from './core/start-worker.ts';

// A worker takes as long to start as the program takes to be read: both happen at the same time.
const worker = process.argv[2] === 'check' ? startWorker() : undefined;
const { main } = await import('./main.js');

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  today: new Date().toISOString().slice(0, 10),
  clock: () => performance.now(),
  post: async (request) => (await import('./post.js')).postRun(request),
  ...(worker && { worker }),
});
void worker?.terminate();
