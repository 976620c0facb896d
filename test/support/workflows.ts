import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { forkWorkflow, pullRequestWorkflow } from '../../src/commands/init-workflows.ts';
import { codeBlocks } from './markdown-pages.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Our workflow that others call, as theirs name it. */
export const calledWorkflow = 'windtunnel/windtunnel/.github/workflows/windtunnel.yml@v0';

/** A text that is a workflow, and where it stands. */
export interface WorkflowText {
  readonly name: string;
  readonly text: string;
}

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
  /** Another workflow. */
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Workflow {
  readonly name: string;
  readonly on: string | Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** The workflows that stand in `.github/workflows`. */
export const ownWorkflows: readonly WorkflowText[] = readdirSync(path.join(root, '.github/workflows'))
  .sort()
  .map((file) => `.github/workflows/${file}`)
  .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));

/** The workflows that we tell people to copy: those of the pages, and those that `windtunnel init` writes. */
export const givenWorkflows: readonly WorkflowText[] = [
  ...codeBlocks('yaml')
    .filter(({ text }) => /^jobs:$/m.test(text))
    .map(({ page, text }, index) => ({ name: `${page} (${index + 1})`, text })),
  { name: '`windtunnel init`', text: pullRequestWorkflow },
  { name: '`windtunnel init --forks`', text: forkWorkflow },
];

/** Reads a workflow; throws for what is no YAML. */
export function readWorkflow(text: string): Workflow {
  // The tests that read it assert what they use, and actionlint judges the form where Go is present.
  return load(text) as Workflow;
}

/** Names of the events that start a workflow. */
export function eventsOf({ on }: Workflow): readonly string[] {
  return typeof on === 'string' ? [on] : Object.keys(on);
}

export function stepsOf({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}
