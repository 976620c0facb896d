import * as core from '@actions/core';
import { actionCheck } from './commands/action-check.ts';

process.exitCode = await actionCheck(core, process.env);
