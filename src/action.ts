import * as core from '@actions/core';
import { actionCheck } from './commands/action-check.ts';

process.exitCode = await actionCheck(core, { env: process.env, stdout: process.stdout });
