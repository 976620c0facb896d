import type { LeftOut } from '../model/report.ts';
import { isRenderedTemplate } from '../sources/files/rendered-template.ts';

/**
 * What no part looked at, each once: every part sees the whole workspace. A template that only another part rendered
 * is not among it.
 *
 * @param files those that a part looked at
 */
export function mergeLeftOut(parts: readonly (readonly LeftOut[])[], files: ReadonlySet<string>): LeftOut[] {
  const counts = new Map<string, { readonly item: LeftOut; times: number }>();
  for (const part of parts) {
    const inPart = new Map<string, number>();
    for (const item of part) {
      const key = JSON.stringify([item.file, item.status, item.reason]);
      const times = (inPart.get(key) ?? 0) + 1;
      inPart.set(key, times);
      counts.set(key, { item, times: Math.max(times, counts.get(key)?.times ?? 0) });
    }
  }
  return [...counts.values()]
    .flatMap(({ item, times }) => Array.from({ length: times }, () => item))
    .filter((item) => !isRenderedTemplate(item, files));
}
