import { type Component, components } from './flag-table.ts';
import { readImage } from './kubernetes-image.ts';

/** A component that a command line starts. */
export interface StartedComponent {
  readonly component: Component;
  /** Index of the first word of its own. */
  readonly from: number;
  /** The minor of Kubernetes 1.x that the image on the same command line has. */
  readonly minor?: number;
}

/** The programs by their names, and by the short ones that hyperkube takes. */
const programs: ReadonlyMap<string, Component> = new Map([
  ...components.map((component): [string, Component] => [component, component]),
  ['apiserver', 'kube-apiserver'],
  ['controller-manager', 'kube-controller-manager'],
  ['proxy', 'kube-proxy'],
  ['scheduler', 'kube-scheduler'],
  // Container Linux' script that ran the kubelet by rkt and handed on its arguments.
  ['kubelet-wrapper', 'kubelet'],
]);

/** Programs that start the one that follows them and their own flags. */
const launchers = new Set(['env', 'exec', 'go-runner', 'nice', 'setsid', 'sudo', 'tini', 'dumb-init']);
const engines = new Set(['docker', 'nerdctl', 'podman', 'rkt']);

/**
 * Finds the component that a command line starts: directly, through hyperkube, or in a container.
 *
 * @param words the command line, quotes taken off; the first is the executable
 */
export function findComponent(words: readonly string[]): StartedComponent | undefined {
  const [first = ''] = words;
  const name = programName(first);
  if (engines.has(name)) return inContainer(words, name === 'rkt');
  if (launchers.has(name)) return afterLauncher(words);
  return program(words, 0);
}

/** A program at a word, or the one that hyperkube is told to be. */
function program(words: readonly string[], at: number): StartedComponent | undefined {
  const name = programName(words[at] ?? '');
  if (name === 'hyperkube') return named(words[at + 1] ?? '', at + 2);
  // The short names are hyperkube's alone.
  return name === 'kubelet-wrapper' || isComponent(name) ? named(name, at + 1) : undefined;
}

function named(name: string, from: number): StartedComponent | undefined {
  const component = programs.get(name.replace(/^.*\//, ''));
  return component && { component, from };
}

function isComponent(name: string): boolean {
  return components.some((component) => component === name);
}

function programName(word: string): string {
  return word.replace(/^[-@:+!|]*/, '').replace(/^.*\//, '');
}

function afterLauncher(words: readonly string[]): StartedComponent | undefined {
  // Their own flags, values of those, and settings of variables.
  const at = words.findIndex((word, index) => index > 0 && !/^(?:-|\d+$|\w+=)/.test(word));
  const found = at < 0 ? undefined : findComponent(words.slice(at));
  return found && { ...found, from: found.from + at };
}

/** `podman run [flags] IMAGE [program] [arguments]`; rkt's arguments stand behind `--`. */
function inContainer(words: readonly string[], isRkt: boolean): StartedComponent | undefined {
  if (!words.slice(1, 4).some((word) => word === 'run' || word === 'create')) return undefined;
  const at = words.findIndex((word, index) => index > 1 && readImage(word) !== undefined);
  const image = readImage(words[at] ?? '');
  if (!image) return undefined;
  const version = image.minor === undefined ? {} : { minor: image.minor };
  const started = isRkt
    ? inRkt(words, at, image.program)
    : entered(words, at + 1, optionValue(words, '--entrypoint', at) ?? image.program);
  return started && { ...started, ...version };
}

function inRkt(words: readonly string[], image: number, fallback: string): StartedComponent | undefined {
  const end = words.indexOf('--', image);
  const own = optionValue(words, '--exec', end < 0 ? words.length : end) ?? fallback;
  return end < 0 ? undefined : entered(words, end + 1, own);
}

/** The program that an image runs, or the one that the first argument names. */
function entered(words: readonly string[], at: number, entrypoint: string): StartedComponent | undefined {
  const first = words[at] ?? '';
  const name = programName(entrypoint);
  if (name === 'hyperkube') return program(words, at) ?? named(first, at + 1);
  if (!isComponent(name)) return undefined;
  if (first === '' || first.startsWith('-') || first.includes('$')) return named(name, at);
  return program(words, at);
}

/** The value of an option of the container engine, which stands before `end`. */
function optionValue(words: readonly string[], option: string, end: number): string | undefined {
  for (let at = 1; at < end; at += 1) {
    const word = words[at] ?? '';
    if (word === option) return words[at + 1];
    if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
  }
  return undefined;
}
