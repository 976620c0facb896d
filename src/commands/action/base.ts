import type { RunnerEvent } from '../../github/event.ts';
import { type Checkout, openCheckout } from '../checkout.ts';
import { childEnvironment } from './child.ts';
import type { CheckInputs } from './inputs.ts';
import type { Step } from './io.ts';

/**
 * The commit that a step compares with: the one that its input names, or for `auto` the one that the event's change
 * starts from, where the checkout has it. Undefined compares with nothing.
 *
 * @param workspace absolute path of what the job has checked out
 */
export async function baseOfStep(
  { core, io, event }: Step,
  { base }: Pick<CheckInputs, 'base'>,
  workspace: string,
): Promise<string | undefined> {
  if (base === 'none') return undefined;
  if (base !== 'auto') return base;
  if (event.kind !== 'pull-request' && event.kind !== 'merge-group' && event.kind !== 'push')
    return undefined;
  const checkout = await openCheckout(workspace, childEnvironment(io.env));
  if ('problem' in checkout) {
    core.info(`Nothing to compare with: ${checkout.problem}.`);
    return undefined;
  }
  for (const commit of await startsOf(event, checkout)) if (await checkout.has(commit)) return commit;
  // Every push to a branch would be told so, and few want it compared.
  if (event.kind !== 'push') core.notice(notFetched);
  return undefined;
}

const notFetched =
  'Nothing to compare with: the commit that this change starts from was not fetched. Give actions/checkout `fetch-depth: 2`, or set `base: none`.';

type Change = Extract<RunnerEvent, { readonly kind: 'pull-request' | 'merge-group' | 'push' }>;

/** Commits that a change may be said to start from, the best first. */
async function startsOf(event: Change, { head, mergeBase }: Checkout): Promise<readonly string[]> {
  const [first, second, ...others] = head.parents;
  const known = (...commits: readonly (string | undefined)[]): string[] =>
    commits.flatMap((commit) => commit ?? []);
  switch (event.kind) {
    case 'pull-request':
      // What actions/checkout takes: GitHub's own merge of the pull request into its base.
      if (first !== undefined && second === event.head && others.length === 0) return [first];
      return known(event.base && (await mergeBase(event.base)), event.base);
    case 'merge-group':
      return known(event.base, first);
    case 'push':
      return known(event.before);
  }
}
