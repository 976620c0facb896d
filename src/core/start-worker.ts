import { Worker } from 'node:worker_threads';
import { distFile } from './dist-file.ts';

/**
 * Heap of one worker: a bomb ends its own worker and nothing else. The young generation is a trade of memory for
 * time: with 4 MB many manifests take 10 % more of it.
 */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8, stackSizeMb: 32 };

/** Starts a thread that runs `dist/worker.js`. It keeps the process alive only when somebody calls `ref`. */
export function startWorker(): Worker {
  const worker = new Worker(distFile('worker.js'), { resourceLimits });
  worker.unref();
  return worker;
}
