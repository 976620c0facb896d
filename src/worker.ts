import { parentPort } from 'node:worker_threads';
import { serveMachines } from './machine/serve.ts';

if (parentPort) serveMachines(parentPort);
