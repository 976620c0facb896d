import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { server, serverForEachTest } from '../github/server/for-each-test.ts';
import { workspaceWith } from '../support/workspace.ts';
import { eventVariables, pullRequest } from './events.ts';
import { cloned, config, history } from './pull-history.ts';
import { runReportStep } from './report-step.ts';
import { runAction } from './run-action.ts';

serverForEachTest();

test.each(['whole', 'in parts'])('a pull request, %s, from its checkout to its comment', async (how) => {
  const all = history({ a: `${config}stroage: {}\n`, b: `${config}stroage: {}\npasswdd: {}\n` });
  const workspace = cloned(all, all.merge, 2);
  const event = pullRequest({ base: all.fork });
  const pull = Object(event.payload).pull_request;
  pull.head.sha = all.head;
  for (const each of server.state.pulls) each.head = all.head;
  const artifact: Record<string, string> = {};
  for (const shard of how === 'whole' ? [''] : ['1/2', '2/2']) {
    const inputs = { shard, rendered: 'true' };
    const check = await runAction({ workspace, inputs, env: eventVariables(server, event) });
    expect(check.code).toBe(shard === '' ? 1 : 0);
    artifact[`${shard.replace('/', '-')}/report.json`] = readFileSync(check.outputs['report'] ?? '', 'utf8');
  }
  const folder = workspaceWith({});
  const step = await runReportStep(server, event, {
    artifact,
    workspace: folder,
    inputs: { formats: 'html=report.html' },
  });
  expect(step).toMatchObject({ code: 1, outputs: { errors: '3', comment: 'posted' } });
  const [{ body } = { body: '' }] = server.state.comments;
  expect(body).toContain('3 errors (2 new, 1 old)');
  expect(body).toContain(all.main.slice(0, 10));
  expect(JSON.parse(readFileSync(step.outputs['report'] ?? '', 'utf8')).base).toMatchObject({
    commit: all.main,
  });
  expect(readFileSync(path.join(folder, 'report.html'), 'utf8')).toContain('passwdd');
});
