import { expect, it } from 'vitest';
import { platformStatuses } from '../../src/github/platform-statuses.ts';
import { assembleReport } from '../../src/model/assemble-report.ts';
import { platforms } from '../../src/model/rendered-cluster.ts';
import { handMadeRun } from '../report/hand-made-run.ts';
import { allClean, newerHead, post } from './posting.ts';
import { server, serverForEachTest } from './server/for-each-test.ts';

serverForEachTest();

it('are one for each platform, on the head commit', async () => {
  await post(server, { statuses: true });
  const target_url = 'https://github.example/octo-org/clusters/actions/runs/1';
  expect(server.state.statuses).toEqual([
    {
      sha: newerHead,
      context: 'windtunnel / aws',
      state: 'failure',
      description: '2 errors, 1 warning, 1 note in 1 entry',
      target_url,
    },
    {
      sha: newerHead,
      context: 'windtunnel / azure',
      state: 'error',
      description: '1 error in 1 entry; 1 check could not run',
      target_url,
    },
  ]);
});

it('are not posted again while nothing changes', async () => {
  await post(server, { statuses: true });
  await post(server, { statuses: true });
  expect(server.state.statuses).toHaveLength(2);
  await post(server, { statuses: true, report: allClean, run: 2 });
  expect(server.state.statuses.slice(2)).toMatchObject([
    { context: 'windtunnel / aws', state: 'success', description: 'no findings in 1 entry' },
    { context: 'windtunnel / azure', state: 'success', description: 'no findings in 1 entry' },
  ]);
});

it('of others are left as they are', async () => {
  const other = { sha: newerHead, context: 'build', state: 'pending', description: null, target_url: null };
  server.state.statuses.push(other);
  await post(server, { statuses: true });
  expect(server.state.statuses).toHaveLength(3);
  expect(server.state.statuses[0]).toEqual(other);
});

it('follow the threshold', () => {
  const entries = platforms.map((platform) => ({ name: platform, source: 'terraform' as const, platform }));
  const report = assembleReport({
    ...handMadeRun,
    entries,
    leftOut: [],
    results: entries.map(({ name }) => ({
      stage: 'units',
      entry: name,
      subject: 'controller',
      outcome: { status: 'passed' },
    })),
  });
  const failing = (failOn: 'error' | 'note' | 'never'): string[] =>
    platformStatuses(report, failOn)
      .filter(({ state }) => state === 'failure')
      .map(({ context }) => context);
  expect(platformStatuses(report, 'error')).toHaveLength(platforms.length);
  expect(failing('error')).toEqual(
    ['aws', 'azure', 'bare-metal', 'hetzner', 'openstack'].map((name) => `windtunnel / ${name}`),
  );
  expect(failing('never')).toEqual([]);
});
