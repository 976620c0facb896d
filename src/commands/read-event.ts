import { readFileSync, statSync } from 'node:fs';
import { type RunnerEvent, readEvent } from '../github/event.ts';
import { errorCode, reasonOfError } from '../sources/workspace/file-errors.ts';
import { UsageError } from './usage-error.ts';

/** Bytes; a webhook has at most 25 MB (https://docs.github.com/en/webhooks/webhook-events-and-payloads). */
const largest = 32 * 1024 * 1024;

/** The event of the job that this process is part of, as the runner has written it down. */
export function readRunnerEvent(env: Readonly<Record<string, string | undefined>>): RunnerEvent {
  return readEvent(env, readPayload(env['GITHUB_EVENT_PATH']));
}

function readPayload(file: string | undefined): unknown {
  if (file === undefined || file === '') return undefined;
  try {
    if (statSync(file).size > largest) throw new UsageError('the file GITHUB_EVENT_PATH is too large');
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof SyntaxError ? 'it is not JSON' : reasonOfError(errorCode(error));
    throw new UsageError(`the file GITHUB_EVENT_PATH cannot be read: ${reason}`);
  }
}
