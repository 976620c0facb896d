import type { Gap } from '../../model/rendered-cluster.ts';
import type { Evaluated } from './context.ts';
import { isUnknownAt } from './value-paths.ts';

const reasons: ReadonlyMap<string, string> = new Map([
  ['external', 'no program of a module is ever run: what it would answer is not known'],
  ['http', 'no server is ever asked: what it would answer is not known'],
  [
    'terraform_remote_state',
    'the state of another root module is not read: give the outputs that it has as `defaults`',
  ],
]);

/** One gap for each data source that would have to leave the workspace. */
export function neverRun({ result, context }: Evaluated): Gap[] {
  return result.resources.flatMap((resource): Gap[] => {
    const { mode, type, address, range } = resource;
    const why = mode === 'data' ? reasons.get(type) : undefined;
    const hasDefaults = type === 'terraform_remote_state' && !isUnknownAt(resource, ['outputs']);
    return why === undefined || hasDefaults
      ? []
      : [{ kind: 'missing', what: address, why, origin: context.originOf(range) }];
  });
}
