import { oneOf } from './parse-arguments.ts';
import type { Toolkit } from './toolkit.ts';
import { UsageError } from './usage-error.ts';

/** What an input is without a value, as in action.yml; but for the token, which only the runner can fill in. */
const defaults = {
  mode: 'check',
  paths: '.',
  config: '',
  only: '',
  base: 'auto',
  rendered: 'false',
  shard: '',
  shards: '4',
  reports: '',
  expect: '',
  comment: 'true',
  statuses: 'false',
  token: '',
  'fail-on': '',
  formats: '',
  annotations: 'true',
  summary: 'true',
} as const;

type InputName = keyof typeof defaults;

const modes = ['check', 'matrix', 'report'] as const;

type Mode = (typeof modes)[number];

/** The modes of the inputs that not all have; in `report` what was checked tells several checks apart. */
const modesOf: Readonly<Partial<Record<InputName, readonly Mode[]>>> = {
  base: ['check'],
  rendered: ['check'],
  shard: ['check'],
  shards: ['matrix'],
  reports: ['report'],
  expect: ['report'],
  comment: ['report'],
  statuses: ['report'],
  'fail-on': ['check', 'report'],
  formats: ['check', 'report'],
  annotations: ['check', 'report'],
  summary: ['check', 'report'],
};

/**
 * Reads single inputs as the runner passes them. A workflow that passes an empty value on, such as an input of its
 * own, means the default. An input that the mode does not have is a {@link UsageError}: it would be without effect.
 */
export class InputReader {
  readonly mode: Mode;
  readonly #values: Readonly<Record<string, string>>;

  constructor(core: Toolkit) {
    const names = Object.keys(defaults);
    this.#values = Object.fromEntries(names.map((name) => [name, core.getInput(name)]));
    this.mode = oneOf('mode', this.text('mode'), modes);
    for (const [name, allowed] of Object.entries(modesOf))
      if (!allowed.includes(this.mode)) this.#refuse(name, allowed);
  }

  text(name: InputName): string {
    return this.#values[name] || defaults[name];
  }

  /** The lines that are not empty. */
  lines(name: InputName): string[] {
    return this.text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  flag(name: InputName): boolean {
    const value = this.text(name).toLowerCase();
    if (value === 'true' || value === 'false') return value === 'true';
    throw new UsageError(`${name}: ${value} is neither true nor false`);
  }

  #refuse(name: string, allowed: readonly Mode[]): void {
    const value = this.#values[name];
    const usual = Object.entries(defaults).find(([each]) => each === name)?.[1];
    if (!value || value === usual) return;
    throw new UsageError(`${name} goes with mode ${allowed.join(' or ')}, and this is mode ${this.mode}`);
  }
}
