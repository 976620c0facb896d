import { readFileSync } from 'node:fs';
import { distFile } from '../../core/dist-file.ts';
import type { FlagFile, FlagRow } from './flag-file.ts';

/** Components whose flags are known. */
export const components = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-proxy',
  'kube-scheduler',
  'kubelet',
] as const;

export type Component = (typeof components)[number];

/** What one minor of a component says to a flag; numbers are minors of Kubernetes 1.x. */
export type FlagLookup =
  | {
      readonly state: 'known';
      readonly type: string;
      readonly isDeprecated: boolean;
      readonly instead?: string;
      readonly removedIn?: number;
    }
  /** `in` is absent when the flag left before the oldest minor of the table. */
  | { readonly state: 'removed'; readonly in?: number; readonly instead?: string }
  | { readonly state: 'not-yet'; readonly since: number }
  | { readonly state: 'unknown' };

type Flags = ReadonlyMap<string, readonly FlagRow[]>;

interface FlagTable {
  readonly minors: readonly number[];
  readonly flags: ReadonlyMap<string, Flags>;
}

let table: FlagTable | undefined;

/** Read when it is first asked for: most texts hold no command line of a component. */
function flagTable(): FlagTable {
  table ??= readTable(readFileSync(distFile('../schemas/component-flags.json'), 'utf8'));
  return table;
}

function readTable(json: string): FlagTable {
  // The file is our own: a test makes it again and compares.
  const file = JSON.parse(json) as FlagFile;
  const flagsOf = (rows: FlagFile['components'][string]): Flags =>
    new Map(Object.entries(rows).map(([name, row]) => [name, rowsOf(row)]));
  const flags = new Map(Object.entries(file.components).map(([name, rows]) => [name, flagsOf(rows)]));
  return { minors: file.minors, flags };
}

function rowsOf(row: string | FlagRow | readonly FlagRow[]): readonly FlagRow[] {
  if (typeof row === 'string') return [{ type: row }];
  return isRows(row) ? row : [row];
}

/** `Array.isArray` does not narrow readonly arrays. */
function isRows(row: FlagRow | readonly FlagRow[]): row is readonly FlagRow[] {
  return Array.isArray(row);
}

/** The oldest minor whose flags are known; nothing can be said of those before. */
export function oldestFlagMinor(): number {
  return flagTable().minors[0] ?? 0;
}

/** Looks a flag up by its name with hyphens; a minor newer than the table is answered from its newest. */
export function findFlag(component: Component, name: string, minor: number): FlagLookup {
  const rows = flagTable().flags.get(component)?.get(name);
  if (!rows) return { state: 'unknown' };
  const bit = bitOf(minor);
  const row = rows.find((one) => has(one, bit));
  const mask = maskOf(rows);
  if (row) return knownFlag(row, bit, mask);
  const instead = rows.at(-1)?.instead;
  const earlier = mask & (bit - 1);
  if (earlier === 0 && mask !== 0) return { state: 'not-yet', since: minorOf(mask & -mask) };
  return {
    state: 'removed',
    ...(earlier !== 0 && { in: minorOf(1 << (32 - Math.clz32(earlier))) }),
    ...(instead !== undefined && { instead }),
  };
}

function knownFlag(row: FlagRow, bit: number, mask: number): FlagLookup {
  // The lowest bit above that is not set; there is none above the newest minor.
  const gone = ~mask & ~(bit - 1) & allMinors();
  return {
    state: 'known',
    type: row.type,
    isDeprecated: ((row.deprecated ?? 0) & bit) !== 0,
    ...(row.instead !== undefined && { instead: row.instead }),
    ...(gone !== 0 && { removedIn: minorOf(gone & -gone) }),
  };
}

/** Names of the flags that a minor of a component has. */
export function flagNames(component: Component, minor: number): string[] {
  const bit = bitOf(minor);
  const flags = flagTable().flags.get(component) ?? new Map<string, readonly FlagRow[]>();
  return [...flags].filter(([, rows]) => rows.some((row) => has(row, bit))).map(([name]) => name);
}

/** The name of the flag with a shorthand, `v` or `h`. */
export function flagOfShorthand(component: Component, letter: string, minor: number): string | undefined {
  const bit = bitOf(minor);
  for (const [name, rows] of flagTable().flags.get(component) ?? [])
    if (rows.some((row) => row.shorthand === letter && has(row, bit))) return name;
  return undefined;
}

function has(row: FlagRow, bit: number): boolean {
  return ((row.minors ?? -1) & bit) !== 0;
}

function maskOf(rows: readonly FlagRow[]): number {
  return rows.reduce((mask, row) => mask | (row.minors ?? allMinors()), 0);
}

function allMinors(): number {
  return (1 << flagTable().minors.length) - 1;
}

function bitOf(minor: number): number {
  return (
    1 <<
    Math.max(
      flagTable().minors.findLastIndex((one) => one <= minor),
      0,
    )
  );
}

/** The minor that a single bit stands for. */
function minorOf(bit: number): number {
  return flagTable().minors[31 - Math.clz32(bit)] ?? 0;
}
