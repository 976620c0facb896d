import type { CommentContext } from '../../src/report/comment/context.ts';
import { commentIdentity } from '../../src/report/comment/marker.ts';
import { plainOptions } from '../report/hand-made-run.ts';

export const head = 'c0ffee'.padEnd(40, '0');

/** A run on the head commit of a pull request. */
export const commentOptions: CommentContext = {
  failOn: plainOptions.failOn,
  describe: plainOptions.describe,
  marker: {
    identity: commentIdentity({ workflow: 'windtunnel', job: 'check', config: 'windtunnel.yaml' }),
    head,
    run: { number: 12, attempt: 1 },
  },
  repositoryUrl: 'https://github.example/octo-org/clusters',
  reportUrl: 'https://github.example/octo-org/clusters/actions/runs/99',
  postedAt: '2026-11-21 22:07 UTC',
};
