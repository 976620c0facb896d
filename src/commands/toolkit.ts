import type * as Core from '@actions/core';

/** What GitHub's toolkit offers a step. */
export type Toolkit = typeof Core;
