// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about

import { expect, test } from 'vitest';
import { runGuarded } from '../traps/check-modules.ts';
import { changedLines, cluster, renderFolder, writeFiles } from './cluster.ts';

/** A file with one line changed. */
function changed(file: string, from: string, to: string): Record<string, string> {
  const text = cluster[file] ?? '';
  expect(text.split(from)).toHaveLength(2);
  return { ...cluster, [file]: text.replace(from, () => to) };
}

let rendered: ReturnType<typeof renderFolder> | undefined;

/** What the cluster gives as it is; rendered once. */
function renderedBase(): ReturnType<typeof renderFolder> {
  rendered ??= renderFolder(writeFiles(cluster));
  return rendered;
}

const settings = (workers: number) => ({ 'windtunnel.yaml': `limits:\n  workers: ${workers}\n` });

test('two runs, by one worker and by two, render the same bytes', async () => {
  const first = await renderFolder(writeFiles({ ...cluster, ...settings(1) }));
  expect(Object.keys(first).length).toBeGreaterThan(8);
  expect(await renderFolder(writeFiles({ ...cluster, ...settings(1) }))).toEqual(first);
  expect(await renderFolder(writeFiles({ ...cluster, ...settings(2) }))).toEqual(first);
});

test('so does a folder of another name whose files came in another order', async () => {
  const first = await renderedBase();
  const reversed = Object.fromEntries(Object.entries(cluster).reverse());
  expect(await renderFolder(writeFiles(reversed, 'a name with blanks/été'))).toEqual(first);
});

test('reports are the same bytes as well', async () => {
  const wrong = changed('bootstrap/configmap.yaml', '\ndata:', '\ndtaa:');
  const check = async (workers: number, below: string) => {
    const folder = writeFiles({ ...wrong, ...settings(workers) }, below);
    const { code, stdout } = await runGuarded(['check', '--quiet', '--format', 'json'], folder);
    expect(code).toBe(1);
    return stdout;
  };
  const first = await check(1, 'one');
  expect(await check(1, 'one')).toBe(first);
  expect(await check(2, 'two')).toBe(first);
});

test('one changed line of a machine config is all that differs', async () => {
  const base = await renderedBase();
  const head = changed('controller.yaml', '- path: /etc/load-balancer', '- path: /etc/balancer');
  expect(changedLines(base, await renderFolder(writeFiles(head)))).toEqual(
    [0, 1].flatMap((index) => [
      `root/machines/controller-${index}/config.bu: - - path: /etc/load-balancer + - path: /etc/balancer`,
      `root/machines/controller-${index}/ignition.json: - "path": "/etc/load-balancer", + "path": "/etc/balancer",`,
    ]),
  );
});

test('one changed line of a manifest is all that differs', async () => {
  const base = await renderedBase();
  const head = changed('bootstrap/configmap.yaml', '  note: base', '  note: head');
  expect(changedLines(base, await renderFolder(writeFiles(head)))).toEqual([
    'root/manifests/manifests/configmap.yaml: - note: base + note: head',
  ]);
});

test('one changed value changes what holds it, and no key, token or other certificate', async () => {
  const base = await renderedBase();
  const head = changed('main.tf', 'default = 2', 'default = 3');
  const after = await renderFolder(writeFiles(head));
  const files = changedLines(base, after).map((line) => line.slice(0, line.indexOf(':')));
  expect([...new Set(files)].filter((file) => !file.includes('controller-2'))).toEqual([
    'root/bundle/tls/apiserver.crt',
    'root/infrastructure.json',
    'root/manifests/manifests/configmap.yaml',
  ]);
});

test('a change that changes nothing rendered leaves every byte', async () => {
  const base = await renderedBase();
  const main = `${cluster['main.tf']}
# A comment behind everything.
variable "unused" {
  description = "Read by nobody"
  default     = "a"
}

moved {
  from = null_resource.old
  to   = null_resource.copy
}
`;
  const bootstrap = (cluster['bootstrap/main.tf'] ?? '').replace(
    'value = templatefile("${path.module}/kubeconfig.tftpl", {',
    'value = templatefile("./${path.module}/kubeconfig.tftpl", {',
  );
  const head = { ...cluster, 'main.tf': main, 'bootstrap/main.tf': bootstrap, 'README.md': '# Read me\n' };
  expect(changedLines(base, await renderFolder(writeFiles(head)))).toEqual([]);
});
