import { parentPort } from 'node:worker_threads';
import { serveJobs } from './stages/serve.ts';

if (parentPort) serveJobs(parentPort);
