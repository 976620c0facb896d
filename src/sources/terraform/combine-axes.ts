import type { Axis, AxisSetting } from './axes.ts';

/** One choice for each axis that a name tells of. */
export type Combination = readonly (readonly [Axis, AxisSetting])[];

/** How many combinations {@link combine} would give, were there no limit. */
export function countCombinations(axes: readonly Axis[]): number {
  const combined = axes
    .filter(({ isCombined }) => isCombined)
    .reduce((all, { settings }) => all * settings.length, 1);
  const single = axes
    .filter(({ isCombined }) => !isCombined)
    .reduce((all, { settings }) => all + settings.length - 1, 0);
  return combined + single;
}

/**
 * All combinations of the combined axes with the first setting of the others; then each further setting of those, with
 * the first setting of all the rest. At most `most`.
 */
export function combine(axes: readonly Axis[], most: number): Combination[] {
  const combined = axes.filter(({ isCombined }) => isCombined);
  const single = axes.filter(({ isCombined }) => !isCombined);
  const wanted = Math.min(most, countCombinations(combined));
  const all = Array.from({ length: wanted }, (_, index) => choose(combined, index));
  for (const axis of single) {
    for (const setting of axis.settings.slice(1)) {
      if (all.length >= most) return all;
      all.push([...choose(combined, 0), [axis, setting]]);
    }
  }
  return all;
}

/** Reads a number as one digit for each axis, the last axis changing fastest. */
function choose(axes: readonly Axis[], index: number): Combination {
  let rest = index;
  const chosen = axes.toReversed().map((axis): readonly [Axis, AxisSetting][] => {
    const setting = axis.settings[rest % axis.settings.length];
    rest = Math.floor(rest / axis.settings.length);
    return setting ? [[axis, setting]] : [];
  });
  return chosen.toReversed().flat();
}

/**
 * Shares a number of places among lists, so that no list is cut while another has more left: the first of each, then
 * the second of each, and so on.
 */
export function shareOut<T>(lists: readonly (readonly T[])[], most: number): T[] {
  const taken: T[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let index = 0; index < longest && taken.length < most; index += 1) {
    for (const list of lists) {
      const item = list[index];
      if (item !== undefined && taken.length < most) taken.push(item);
    }
  }
  return taken;
}
