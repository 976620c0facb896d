import { child, type FieldPath, formatPath } from '../field-path.ts';
import type { NameRule } from '../meta/name-rule.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** Gathers what is wrong with a definition. */
export class DefinitionReport {
  /** How many problems there are. */
  count = 0;
  private readonly problems: Problems;

  constructor(problems: Problems) {
    this.problems = problems;
  }

  /** `words` follow the field's path: `must not be set`. */
  say(path: FieldPath | undefined, words: string, fix?: string): void {
    this.count += 1;
    this.problems.value('manifest/invalid-definition', path, `${formatPath(path)} ${words}`, fix);
  }

  /** A field that must hold a name; one that is absent is another rule's matter. */
  checkName(object: JsonObject, key: string, rule: NameRule, parent: FieldPath | undefined): void {
    const value = object[key];
    if (typeof value !== 'string' || value === '' || rule.test(value)) return;
    this.say(child(parent, key), `must be ${rule.words}, not ${quoted(value)}`);
  }

  /** A string field that must be there and not empty. */
  require(object: JsonObject, key: string, parent: FieldPath | undefined): boolean {
    const value = object[key];
    if (typeof value === 'string' && value !== '') return true;
    this.say(child(parent, key), 'must be set');
    return false;
  }
}
