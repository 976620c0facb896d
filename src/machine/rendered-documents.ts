import type { LocatedProblem } from '../model/finding.ts';
import type { Origin } from '../model/origin.ts';
import type { ConfigText, Dialect, MachineConfig } from '../model/rendered-cluster.ts';
import { templateLines } from '../model/source-map-lines.ts';
import { templateOrigins } from '../model/source-map-locate.ts';

/**
 * What the nth text of a machine is called where it is rendered to: 0 is its config, all others are snippets.
 * `controller/config.bu`, `controller/snippet-1.bu`
 */
export function renderedName(machine: string, index: number, dialect: Dialect): string {
  return `${machine}/${index === 0 ? 'config' : `snippet-${index}`}.${extensions[dialect]}`;
}

const extensions: Readonly<Record<Dialect, string>> = {
  butane: 'bu',
  'container-linux-config': 'yaml',
  ignition: 'ign',
};

/** A machine for the stages, and the way back from what they say of it. */
interface Apart {
  readonly machine: MachineConfig;
  readonly toTemplates: (problem: LocatedProblem) => LocatedProblem;
}

/**
 * Sets apart the places in rendered texts: two texts of a machine may come from one template. During the checks each
 * goes by a file name of its own, which ends as the template's does, and afterwards its places become the template's.
 */
export function renderedApart(machine: MachineConfig): Apart {
  const documents = [machine.config, ...machine.snippets].map((text, index) =>
    setApart(machine, text, index),
  );
  const [config, ...snippets] = documents.map(({ text }) => text);
  const rendered = documents.filter(({ text }) => text.map !== undefined);
  if (config === undefined || rendered.length === 0) return { machine, toTemplates: (problem) => problem };
  const byName = new Map(rendered.map((document) => [document.text.file, document]));
  return {
    machine: { ...machine, config, snippets },
    toTemplates: (problem) => toTemplates(problem, byName),
  };
}

interface RenderedDocument {
  readonly text: ConfigText;
  readonly template: string;
  readonly renderedName: string;
  readonly locate: (origin: Origin) => Origin;
  readonly sayLines: (said: string) => string;
}

function setApart(machine: MachineConfig, text: ConfigText, index: number): RenderedDocument {
  // No file's name has this character.
  const apart = text.map ? { ...text, file: `\0${index}/${text.file}` } : text;
  const locate = templateOrigins(apart);
  return {
    text: apart,
    template: text.file,
    renderedName: renderedName(machine.name, index, text.dialect),
    sayLines: templateLines(text),
    locate: (origin) => withFile(locate(origin), apart.file, text.file),
  };
}

/** A place that nobody knows is the template as a whole. */
function withFile(origin: Origin, apart: string, template: string): Origin {
  return origin.file === apart ? { ...origin, file: template } : origin;
}

function toTemplates(
  problem: LocatedProblem,
  documents: ReadonlyMap<string, RenderedDocument>,
): LocatedProblem {
  const { origin, related, rendered, message, fix } = problem;
  const document = documents.get(origin.file);
  const place =
    rendered ?? (document && origin.line > 0 ? `${document.renderedName} line ${origin.line}` : undefined);
  return {
    ...problem,
    // Lines that are named beside a place on the machine are lines of that.
    message: withTemplates(
      rendered === undefined && document ? document.sayLines(message) : message,
      documents,
    ),
    ...(fix !== undefined && { fix: withTemplates(fix, documents) }),
    origin: document ? document.locate(origin) : origin,
    ...(related && {
      related: related.map((one) => ({
        message: withTemplates(one.message, documents),
        origin: documents.get(one.origin.file)?.locate(one.origin) ?? one.origin,
      })),
    }),
    ...(place !== undefined && { rendered: place }),
  };
}

/** A message may name a file. */
function withTemplates(said: string, documents: ReadonlyMap<string, RenderedDocument>): string {
  if (!said.includes('\0')) return said;
  return [...documents].reduce((text, [name, { template }]) => text.replaceAll(name, template), said);
}
