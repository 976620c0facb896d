import type { Dialect } from '../../model/rendered-cluster.ts';

/** What a file's name says of its contents. */
export interface NameFacts {
  /** Set by extensions that mean one dialect and nothing else. */
  readonly dialect: Dialect | undefined;
  /** The extension of a template engine stands behind the dialect's: `worker.yaml.tftpl`. */
  readonly isTemplate: boolean;
}

const dialects: ReadonlyMap<string, Dialect | undefined> = new Map([
  ['yaml', undefined],
  ['yml', undefined],
  ['json', undefined],
  ['bu', 'butane'],
  ['butane', 'butane'],
  ['fcc', 'butane'],
  ['ign', 'ignition'],
  ['clc', 'container-linux-config'],
]);

const templateName = /\.(?:tmpl|tftpl|tpl|template|in|gotmpl|j2|jinja2?|mako|erb|envsubst)$/i;

/** What is known of a file by its name alone; undefined for names that no config has. */
export function factsOfName(name: string): NameFacts | undefined {
  const isTemplate = templateName.test(name);
  const base = isTemplate ? name.replace(templateName, '') : name;
  const extension = base.slice(base.lastIndexOf('.') + 1).toLowerCase();
  if (!dialects.has(extension)) return undefined;
  return { dialect: dialects.get(extension), isTemplate };
}
