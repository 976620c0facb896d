import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const kubelet = 'distribution/aws/fedora-coreos/kubernetes/workers/butane/worker.yaml';
const controller = 'quickstart/controller.yaml';

/** File, text in the examples, text that the base has: what the head mends, breaks and changes. */
const edits = [
  [kubelet, 'Restart=always', 'Restart=allways'],
  [kubelet, 'kubelet:v1.34.1', 'kubelet:v1.34.0'],
  [controller, 'Restarts=on-failure', 'Restart=on-failure'],
] as const;

/** Makes a repository of the examples in an empty folder: a base commit, and the examples on it. Gives the base. */
export function makeChangedExamples(examples: string, folder: string): string {
  for (const name of ['distribution', 'quickstart'])
    cpSync(path.join(examples, name), path.join(folder, name), { recursive: true });
  for (const [file, head, base] of edits) replaceIn(path.join(folder, file), head, base);
  git(folder, ['init', '--quiet']);
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--message', 'base']);
  for (const [file, head, base] of edits) replaceIn(path.join(folder, file), base, head);
  return git(folder, ['rev-parse', 'HEAD']).trim();
}

function replaceIn(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replace(from, to));
}

function git(folder: string, args: readonly string[]): string {
  const author = ['-c', 'user.name=example', '-c', 'user.email=example@example.com'];
  const { status, stdout, stderr } = spawnSync('git', [...author, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`git ${args[0]} ended with ${status}: ${stderr}`);
  return stdout;
}
