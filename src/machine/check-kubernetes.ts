import { minorOf } from '../kubernetes/check-manifests.ts';
import { checkText } from '../kubernetes/check-text.ts';
import type { Validator } from '../kubernetes/validator.ts';
import type { Check } from '../model/check.ts';
import type { LocatedProblem } from '../model/finding.ts';
import { unitCommandProblems } from './component-commands.ts';
import { inText, placeOfUnit } from './run-checks.ts';
import type { FileSubject, MachineSubject } from './subjects.ts';

/** What is to say of the contents of a machine. */
export interface ContentsVerdict {
  readonly problems: readonly LocatedProblem[];
  readonly objects: number;
  /** Why some of it was not checked. */
  readonly unchecked: readonly string[];
}

/** A machine that nobody looked into. */
export const noContents: ContentsVerdict = { problems: [], objects: 0, unchecked: [] };

interface Context {
  readonly checks: readonly Check[];
  readonly validator: () => Validator;
}

/**
 * Looks for what Kubernetes reads on a machine: manifests and static pods, kubeconfigs, configurations of its
 * components, and their command lines in units.
 */
export function checkKubernetes(
  { checks, validator }: Context,
  machine: MachineSubject,
): ContentsVerdict & { readonly isEmpty: boolean } {
  const byId = new Map(checks.map((check) => [check.id, check]));
  const minor = minorOf(machine.entry);
  const problems: LocatedProblem[] = [];
  const unchecked = new Set<string>();
  let objects = 0;
  const texts = machine.files.filter(holdsObjects);
  for (const file of texts) {
    const verdict = checkText(validator(), file.text, minor);
    objects += verdict.objects;
    for (const reason of verdict.unchecked) unchecked.add(reason);
    for (const found of verdict.problems) {
      const check = byId.get(found.check);
      if (check) problems.push(inText(check, machine.entry.name, file.path, file, found));
    }
  }
  let hasCommand = false;
  for (const unit of machine.units) {
    const found = unitCommandProblems(unit, minor);
    hasCommand ||= found !== undefined;
    for (const each of found ?? []) {
      const check = byId.get(each.check);
      if (check) problems.push(inText(check, machine.entry.name, placeOfUnit(unit), unit, each));
    }
  }
  return { problems, objects, unchecked: [...unchecked], isEmpty: texts.length === 0 && !hasCommand };
}

function holdsObjects({ language, text }: FileSubject): boolean {
  if (language !== 'yaml' && language !== 'json') return false;
  return /^[\s{]*["']?apiVersion["']?\s*:/m.test(text) && /["']?kind["']?\s*:/.test(text);
}
