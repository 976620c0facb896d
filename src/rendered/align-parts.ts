import { compareText } from '../model/origin.ts';
import type { Part } from './part.ts';

/** A file on both sides, or on one of them. */
export interface AlignedPart {
  readonly path: string;
  readonly machine: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * The files of an entry that differ between two sides, by path and machine. Where several have one place, as files that
 * are written to several machines have, equal ones belong together, and of the others those of the same rank.
 */
export function differingParts(before: readonly Part[], after: readonly Part[]): AlignedPart[] {
  const old = byPlace(before);
  const current = byPlace(after);
  const places = [...new Set([...old.keys(), ...current.keys()])].sort(compareText);
  return places.flatMap((place) => alignTexts(old.get(place) ?? [], current.get(place) ?? []));
}

function byPlace(parts: readonly Part[]): Map<string, Part[]> {
  const places = new Map<string, Part[]>();
  for (const part of parts) {
    const place = `${part.path}\0${part.machine ?? ''}`;
    const known = places.get(place);
    if (known) known.push(part);
    else places.set(place, [part]);
  }
  return places;
}

function alignTexts(before: readonly Part[], after: readonly Part[]): AlignedPart[] {
  const old = textsNotIn(before, after);
  const current = textsNotIn(after, before);
  const [first] = [...after, ...before];
  if (first === undefined) return [];
  return Array.from({ length: Math.max(old.length, current.length) }, (_, rank) => ({
    path: first.path,
    machine: first.machine,
    before: old[rank],
    after: current[rank],
  }));
}

/** Sorted, because parts come in any order. */
function textsNotIn(parts: readonly Part[], others: readonly Part[]): string[] {
  const counts = new Map<string, number>();
  for (const part of others) counts.set(identity(part), (counts.get(identity(part)) ?? 0) + 1);
  const left = parts.filter((part) => {
    const count = counts.get(identity(part)) ?? 0;
    counts.set(identity(part), count - 1);
    return count <= 0;
  });
  return left.map(({ text }) => text).sort();
}

function identity({ text, hidden }: Part): string {
  return hidden === undefined ? text : `${text}\0${hidden}`;
}
