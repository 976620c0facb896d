import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.generated.ts';
import { describeFinding, expectedSuffix, readFileCase, readWorkspaceCase } from './invalid-case.ts';
import { type JsonReport, runCheck } from './run-check.ts';

const cases = fileURLToPath(new URL('cases', import.meta.url));
const workspaces = fileURLToPath(new URL('workspaces', import.meta.url));

// All files of one folder are checked in one run, as somebody's whole repository would be.
const files = readdirSync(cases, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() && !item.name.endsWith(expectedSuffix))
  .map((item) => path.posix.join(path.relative(cases, item.parentPath), item.name))
  .sort();

describe('files', () => {
  let report: JsonReport;
  beforeAll(async () => {
    report = await runCheck(cases);
  });

  test.each(files)('%s', (name) => {
    const text = readFileSync(path.join(cases, name), 'utf8');
    const findings = report.findings.filter(({ origin }) => origin.file === name);
    const { expected } = readFileCase(cases, name);
    expect(expected).not.toEqual([]);
    expect(findings.map((finding) => describeFinding(finding, text))).toEqual(expected);
  });

  test('every file is looked at to the end, and nothing else has a finding', () => {
    expect(report.leftOut).toEqual([]);
    expect(report.results.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(report.findings.map(({ origin }) => origin.file).filter((file) => !files.includes(file))).toEqual(
      [],
    );
  });
});

const folders = readdirSync(workspaces).sort();

describe.concurrent('workspaces', () => {
  test.each(folders)('%s', async (name) => {
    const folder = path.join(workspaces, name);
    const report = await runCheck(folder);
    const found = report.findings.map((finding) => {
      const { file } = finding.origin;
      return `${file}:${describeFinding(finding, readFileSync(path.join(folder, file), 'utf8'))}`;
    });
    const { expected } = readWorkspaceCase(workspaces, name);
    expect(expected).not.toEqual([]);
    expect(found).toEqual(expected);
    expect(report.leftOut).toEqual([]);
  });
});

// Those of Kubernetes have theirs in test/kubernetes/, those of rendering in test/terraform/.
test('every check on machine configs has a case', () => {
  const all = [
    ...files.map((name) => readFileCase(cases, name)),
    ...folders.map((name) => readWorkspaceCase(workspaces, name)),
  ];
  const expected = all.flatMap((each) => each.expected).join('\n');
  const ofMachines = checks.filter(({ on }) => on !== 'manifest' && on !== 'render');
  const without = ofMachines.filter(
    ({ id }) => !new RegExp(` (?:error|warning|note) ${id}[ :]`).test(expected),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});
