import { beforeAll, describe, expect, test } from 'vitest';
import { type Core, loadCore } from '../../../src/core/host.ts';
import type { ResourceAnswer } from '../../../src/core/terraform-protocol.ts';
import { emulate } from '../../../src/terraform/providers/index.ts';
import { workspaceWith } from '../../support/workspace.ts';
import { ask, now, requestFor } from './ask.ts';

let core: Core;
beforeAll(async () => {
  core = await loadCore();
});

function rendered(config: object, providerVersion: string | null = null): ResourceAnswer {
  return ask('data.ct_config.worker', { ...config }, { providerVersion }, core);
}

function ignitionOf(answer: ResourceAnswer): Record<string, unknown> {
  return JSON.parse(String(answer.values['rendered'])) as Record<string, unknown>;
}

const butane = (version: string, path: string) => `variant: fcos
version: ${version}
storage:
  files:
    - path: ${path}
      contents:
        inline: hello
`;

const containerLinuxConfig = `systemd:
  units:
    - name: a.service
      enable: true
`;

const unit = (name: string) => `systemd:\n  units:\n    - name: ${name}\n      mask: true\n`;

describe('Butane', () => {
  test('comes out as the newest Ignition of the provider, whatever its own version', () => {
    const version = (providerVersion: string | null) =>
      ignitionOf(rendered({ content: butane('1.3.0', '/a') }, providerVersion));
    expect(version('0.8.0')).toMatchObject({ ignition: { version: '3.2.0' } });
    expect(version('0.9.2')).toMatchObject({ ignition: { version: '3.2.0' } });
    expect(version('0.11.0')).toMatchObject({ ignition: { version: '3.3.0' } });
    expect(version('~> 0.13')).toMatchObject({ ignition: { version: '3.4.0' } });
    expect(version(null)).toMatchObject({ ignition: { version: '3.4.0' } });
  });

  test('is merged with its snippets', () => {
    const answer = rendered({ content: butane('1.5.0', '/a'), snippets: [butane('1.4.0', '/b')] });
    expect(ignitionOf(answer)).toMatchObject({ storage: { files: [{ path: '/a' }, { path: '/b' }] } });
    expect(answer.placeholders).toBeUndefined();
  });

  test('is printed as it is asked for', () => {
    const text = (pretty_print: boolean) =>
      String(rendered({ content: butane('1.5.0', '/a'), pretty_print }).values['rendered']);
    expect(text(true)).toContain('\n  "ignition": {\n');
    expect(text(false)).not.toContain('\n');
    expect(JSON.parse(text(true))).toEqual(JSON.parse(text(false)));
  });
});

describe('Container Linux Configs', () => {
  test('are read by versions that read them', () => {
    const answer = rendered({ content: containerLinuxConfig, snippets: [unit('b.service')] }, '0.11.0');
    expect(ignitionOf(answer)).toMatchObject({
      ignition: { version: '2.3.0' },
      systemd: { units: [{ name: 'a.service' }, { name: 'b.service' }] },
    });
  });

  test('are none for later versions', () => {
    const answer = rendered({ content: containerLinuxConfig }, '~> 0.13');
    expect(answer.placeholders).toEqual(['id', 'rendered']);
    expect(answer.problems).toBeUndefined();
  });
});

describe('what cannot be translated is made up, without a second report', () => {
  test.each([
    ['no YAML', { content: 'variant: [' }],
    ['newer than the provider', { content: butane('1.6.0', '/a') }],
    ['a snippet without a variant', { content: butane('1.5.0', '/a'), snippets: [containerLinuxConfig] }],
  ])('%s', (_, config) => {
    const answer = rendered(config, '~> 0.13');
    expect(answer.placeholders).toEqual(['id', 'rendered']);
    expect(answer.problems).toBeUndefined();
    expect(ignitionOf(answer)).toEqual({ ignition: { version: '3.4.0' } });
  });

  test('content that nobody knows', () => {
    const answer = ask('data.ct_config.worker', {}, { unknown: ['content'] }, core);
    expect(answer.placeholders).toEqual(['id', 'rendered']);
  });
});

test('files are read below files_dir, which starts from the root module', async () => {
  const workspace = workspaceWith({ 'cluster/files/motd': 'welcome\n' });
  const content =
    'variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: /a\n      contents:\n        local: motd\n';
  const config = { content, files_dir: 'files' };
  const context = { core: await loadCore(workspace), now, rootFolder: '/workspace/cluster' };
  const answer = emulate(requestFor('data.ct_config.worker', config), context);
  expect(ignitionOf(answer)).toMatchObject({
    storage: { files: [{ contents: { source: 'data:,welcome%0A' } }] },
  });
  // Versions before 0.14 do not know the attribute.
  const older = emulate(
    requestFor('data.ct_config.worker', config, { providerVersion: '~> 0.13.0' }),
    context,
  );
  expect(older.placeholders).toEqual(['id', 'rendered']);
});
