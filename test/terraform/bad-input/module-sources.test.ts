import { expect, test } from 'vitest';
import { gitEnvironment, hasGit, makeRepository } from '../../sources/terraform/git-fixture.ts';
import { workspaceWith } from '../../support/workspace.ts';
import { checkModules, placeOf } from '../traps/check-modules.ts';

const gitTest = test.skipIf(!hasGit);
const repository = 'https://git.example.com/cluster/bootstrap.git';

/** A module that calls another, and has something of its own to find. */
function callerOf(source: string, more = ''): Readonly<Record<string, string>> {
  return {
    'main.tf': `module "bootstrap" {
  source = "${source}"${more}
}

data "ct_config" "node" {
  strict  = true
  content = file("\${path.module}/node.tftpl")
}
`,
    'node.tftpl': 'variant: fcos\nversion: 1.5.0\nstroage: {}\n',
  };
}

const ownFinding = 'translate/unused-key node.tftpl:3:1-3:8 unknown key stroage';

async function check(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const { code, report } = await checkModules(workspaceWith(files), [], env);
  const findings = report.findings.map((finding) => `${placeOf(finding)} ${finding.message}`);
  return { code, findings, report };
}

gitTest('git: a module of a repository is rendered, and found by its address (needs git)', async () => {
  const there = makeRepository();
  there.commit({ 'main.tf': 'output "name" {\n  value = var.missing\n}\n' });
  there.git('tag', 'v1.0.0');
  const caller = callerOf(`git::${repository}?ref=v1.0.0`);
  const { code, findings } = await check(caller, gitEnvironment({ [repository]: there }));
  expect({ code, findings }).toEqual({
    code: 1,
    findings: [
      expect.stringMatching(
        /^terraform\/unknown-reference git\.example\.com\/cluster\/bootstrap@[0-9a-f]{12}\/main\.tf:2:11-2:22 /,
      ),
      ownFinding,
    ],
  });
});

gitTest('git: a ref that the repository does not have (needs git)', async () => {
  const there = makeRepository();
  there.commit({ 'main.tf': '' });
  const caller = callerOf(`git::${repository}?ref=v9.9.9`);
  const { code, findings } = await check(caller, gitEnvironment({ [repository]: there }));
  expect({ code, findings }).toEqual({
    code: 1,
    findings: [
      'terraform/module-source main.tf:2:12-2:75 module "bootstrap" cannot be fetched from git.example.com/cluster/bootstrap: it has no branch, tag or commit v9.9.9',
      ownFinding,
    ],
  });
});

gitTest('git: a folder that the repository does not have (needs git)', async () => {
  const there = makeRepository();
  there.commit({ 'main.tf': '' });
  const caller = callerOf(`git::${repository}//pools?ref=main`);
  const { code, findings } = await check(caller, gitEnvironment({ [repository]: there }));
  expect(code).toBe(1);
  expect(findings[0]).toMatch(/^terraform\/module-source main\.tf:2:12-2:\d+ module "bootstrap" /);
  expect(findings.slice(1)).toEqual([ownFinding]);
});

gitTest('git: a repository that cannot be reached is no mistake of the module (needs git)', async () => {
  const env = gitEnvironment({ [repository]: { ...makeRepository(), folder: '/nonexistent/repository' } });
  const { code, findings, report } = await check(callerOf(`git::${repository}?ref=v1.0.0`), env);
  expect({ code, findings }).toEqual({ code: 3, findings: [ownFinding] });
  expect(report.leftOut).toEqual([
    {
      file: 'main.tf',
      status: 'failed',
      reason: expect.stringMatching(/^module "bootstrap" cannot be fetched from .*; or run `terraform init`/),
    },
  ]);
});

test('registry: what only terraform init can get is a gap that says so', async () => {
  const { code, findings, report } = await check(callerOf('example/network/aws', '\n  version = "1.2.3"'));
  expect({ code, findings }).toEqual({ code: 1, findings: [ownFinding] });
  expect(report.gaps).toMatchObject([
    {
      kind: 'missing',
      what: 'module.bootstrap',
      why: expect.stringContaining('run `terraform init` in this folder'),
    },
  ]);
});

test('registry: what terraform init left is rendered', async () => {
  const modules = {
    Modules: [
      { Key: '', Source: '', Dir: '.' },
      {
        Key: 'bootstrap',
        Source: 'registry.terraform.io/example/network/aws',
        Version: '1.2.3',
        Dir: '.terraform/modules/bootstrap',
      },
    ],
  };
  const { code, findings, report } = await check({
    ...callerOf('example/network/aws', '\n  version = "1.2.3"'),
    '.terraform/modules/modules.json': JSON.stringify(modules),
    '.terraform/modules/bootstrap/main.tf': 'output "a" {\n  value = var.missing\n}\n',
  });
  expect(code).toBe(1);
  expect(findings).toEqual([
    'terraform/unknown-reference .terraform/modules/bootstrap/main.tf:2:11-2:22 An input variable named "missing" has not been declared in this module.',
    ownFinding,
  ]);
  expect(report.gaps).toEqual([]);
});
