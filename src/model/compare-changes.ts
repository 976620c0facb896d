import { createHash } from 'node:crypto';
import { compareText } from './origin.ts';
import type { RenderedChange } from './rendered-difference.ts';

/** Lines of a diff that are kept of one change: whoever finds it cuts it, so that parts of a run join to the same. */
export const mostChangeLines = 2_000;

/** The one total order of changes: by path, then status, lines and counts. */
function compareChanges(a: RenderedChange, b: RenderedChange): number {
  return (
    compareText(a.path, b.path) ||
    compareText(a.status, b.status) ||
    compareLists(a.lines, b.lines) ||
    a.added - b.added ||
    a.removed - b.removed ||
    compareLists(a.machines, b.machines) ||
    compareLists(a.entries, b.entries)
  );
}

/** Most entries first, then most machines: for places with room for a few only. */
export function compareReach(a: RenderedChange, b: RenderedChange): number {
  return b.entries.length - a.entries.length || b.machines.length - a.machines.length || compareChanges(a, b);
}

/** One change for each that several machines or entries have alike, in the one total order. */
export function groupChanges(changes: readonly RenderedChange[]): RenderedChange[] {
  const groups = new Map<string, { readonly change: RenderedChange; readonly all: RenderedChange[] }>();
  for (const change of changes) {
    const key = keyOf(change);
    const group = groups.get(key);
    if (group) group.all.push(change);
    else groups.set(key, { change, all: [change] });
  }
  return [...groups.values()]
    .map(({ change, all }) => ({
      ...change,
      machines: unite(all.map(({ machines }) => machines)),
      entries: unite(all.map(({ entries }) => entries)),
    }))
    .sort(compareChanges);
}

/** A hash, because the lines of many changes would be held twice. */
function keyOf({ path, status, added, removed, leftOut, lines }: RenderedChange): string {
  const same = JSON.stringify([path, status, added, removed, leftOut, lines]);
  return createHash('sha256').update(same).digest('base64');
}

/** Names of several lists, each once, in code unit order. */
export function unite(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].sort(compareText);
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((line, index) => line !== b[index]);
  return at < 0 || at >= b.length ? a.length - b.length : compareText(a[at] ?? '', b[at] ?? '');
}
