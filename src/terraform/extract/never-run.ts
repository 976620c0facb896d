import type { Gap } from '../../model/rendered-cluster.ts';
import type { Evaluated } from './context.ts';

const reasons: ReadonlyMap<string, string> = new Map([
  ['external', 'no program of a module is ever run: what it would answer is not known'],
  ['http', 'no server is ever asked: what it would answer is not known'],
]);

/** One gap for each data source that would have to leave the workspace. */
export function neverRun({ result, context }: Evaluated): Gap[] {
  return result.resources.flatMap(({ mode, type, address, range }): Gap[] => {
    const why = mode === 'data' ? reasons.get(type) : undefined;
    return why === undefined
      ? []
      : [{ kind: 'missing', what: address, why, origin: context.originOf(range) }];
  });
}
