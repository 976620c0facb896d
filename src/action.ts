import * as core from '@actions/core';
import { action } from './commands/action.ts';

process.exitCode = await action(core, {
  env: process.env,
  stdout: process.stdout,
  today: new Date().toISOString().slice(0, 10),
  report: async (step, inputs) => (await import('./main.js')).actionReport(step, inputs),
  post: async (request) => (await import('./post.js')).postRun(request),
});
