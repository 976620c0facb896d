import type { FileSubject } from './subjects.ts';
import { unitAtPath } from './systemd/unit-path.ts';

type Language = FileSubject['language'];

const byExtension: ReadonlyMap<string, Language> = new Map([
  ['json', 'json'],
  ['conflist', 'json'],
  ['toml', 'toml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['sh', 'shell'],
  ['bash', 'shell'],
]);

/** Files whose name does not say what their program reads. */
const byPath: readonly (readonly [RegExp, Language])[] = [
  // containers-registries.conf(5), containers.conf(5), containers-storage.conf(5)
  [
    /^\/(?:etc|usr\/share)\/containers\/(?:registries|storage|containers)\.conf(?:\.d\/[^/]+\.conf)?$/,
    'toml',
  ],
  [/^\/etc\/crio\/crio\.conf(?:\.d\/[^/]+)?$/, 'toml'],
  [/^\/etc\/cni\/net\.d\/[^/]+\.conf$/, 'json'],
  // kubeadm's names, and the one that most others use.
  [
    /^\/(?:etc\/kubernetes|var\/lib\/kubelet)\/(?:(?:super-)?admin|(?:bootstrap-)?kubelet|controller-manager|scheduler)\.conf$/,
    'yaml',
  ],
  [/^\/(?:etc\/kubernetes|var\/lib\/kubelet)\/(?:[a-z]+-)?kubeconfig$/, 'yaml'],
];

/** The shells whose syntax the core reads. */
export type ShellDialect = 'bash' | 'posix';

/** Language of a file that the machine receives, by its path and first line. */
export function languageOf(path: string, text: string): Language {
  if (unitAtPath(path)) return 'unit';
  if (text.startsWith('#!')) return shellDialect(text) === undefined ? 'text' : 'shell';
  const extension = /\.([a-z]+)$/.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  const named = extension === undefined ? undefined : byExtension.get(extension);
  return named ?? byPath.find(([form]) => form.test(path))?.[1] ?? 'text';
}

/** The shell that a script's first line names; `undefined` for other interpreters. Bash where it names none. */
export function shellDialect(text: string): ShellDialect | undefined {
  const interpreter = interpreterOf(text);
  if (interpreter === undefined || interpreter === 'bash') return 'bash';
  return ['sh', 'dash', 'ash'].includes(interpreter) ? 'posix' : undefined;
}

/** `bash` of `#!/usr/bin/env bash` and of `#!/bin/bash -e`; undefined without a `#!` line. */
function interpreterOf(text: string): string | undefined {
  const [, line] = /^#!([^\r\n]*)/.exec(text) ?? [];
  if (line === undefined) return undefined;
  const [command = '', ...words] = line.trim().split(/\s+/);
  const name = baseName(command);
  if (name !== 'env') return name;
  // env -S bash, env A=b bash
  return baseName(words.find((word) => !word.startsWith('-') && !word.includes('=')) ?? '');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
