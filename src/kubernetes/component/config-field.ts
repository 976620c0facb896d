import { didYouMean } from '../../model/did-you-mean.ts';
import { child, type FieldPath, formatPath } from '../field-path.ts';
import { alternatives } from '../meta/alternatives.ts';
import { text, whole } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** A mapping of a configuration, where it stands, and where problems go. */
export interface ConfigPart {
  readonly object: JsonObject;
  readonly path: FieldPath | undefined;
  readonly minor: number;
  readonly problems: Problems;
}

/** Something that a component refuses; `words` follow the path: `must be an IP address`. */
export function refuse(part: ConfigPart, key: string | number, words: string, fix?: string): void {
  const path = child(part.path, key);
  part.problems.value('component/invalid-config', path, `${formatPath(path)} ${words}`, fix);
}

/** The part of a field; empty when it is absent, so that what it must have is still asked for. */
export function below(part: ConfigPart, key: string | number, object: JsonObject | undefined): ConfigPart {
  return { ...part, object: object ?? {}, path: child(part.path, key) };
}

/** A field that may be absent; what is there must be in a range. Zero counts as absent unless `least` is above it. */
export function checkNumber(
  part: ConfigPart,
  key: string,
  least: number,
  most: number = Number.POSITIVE_INFINITY,
): void {
  const value = whole(part.object, key);
  if (value === undefined || (value >= least && value <= most)) return;
  refuse(part, key, `must be ${rangeWords(least, most)}, not ${value}`);
}

function rangeWords(least: number, most: number): string {
  if (most === Number.POSITIVE_INFINITY) return least === 0 ? '0 or more' : `at least ${least}`;
  return `from ${least} to ${most}`;
}

/** A string that may be absent or empty; what is there must be one of a few. */
export function checkOneOf(part: ConfigPart, key: string, allowed: readonly string[]): void {
  const value = text(part.object, key);
  if (value !== '') checkWord(part, key, value, allowed);
}

/** A string that must be one of a few. */
export function checkWord(
  part: ConfigPart,
  key: string | number,
  value: string,
  allowed: readonly string[],
): void {
  if (allowed.includes(value)) return;
  const near = didYouMean(value, allowed);
  const fix = near === undefined ? undefined : `did you mean ${near}?`;
  refuse(part, key, `must be ${alternatives(allowed)}, not ${quoted(value)}`, fix);
}

/**
 * The minor whose hidden metrics are shown again: only the one before may be.
 * https://github.com/kubernetes/component-base/blob/v0.34.3/metrics/version.go
 */
export function checkHiddenMetrics(part: ConfigPart): void {
  const key = 'showHiddenMetricsForVersion';
  const previous = `1.${part.minor - 1}`;
  const version = text(part.object, key);
  if (version !== '' && version !== previous)
    refuse(part, key, `must be ${previous} or absent in Kubernetes 1.${part.minor}`);
}
