import { didYouMean } from '../model/did-you-mean.ts';
import type { Origin } from '../model/origin.ts';
import type { Report } from '../model/report.ts';
import type { InlineComment } from './inline-comments.ts';
import type { SuppressionInput } from './suppression-input.ts';
import type { CommentRules, ConfigRules } from './suppression-rules.ts';

/** Ids of the checks that look at suppressions; their files are in `checks/config/`. */
type SuppressionCheck =
  | 'config/expired-suppression'
  | 'config/suppression-without-reason'
  | 'config/unused-suppression';

export interface SuppressionProblem {
  readonly check: SuppressionCheck;
  readonly message: string;
  readonly origin: Origin;
}

/** What is wrong with the suppressions themselves. */
export function suppressionProblems(
  report: Report,
  input: SuppressionInput,
  comments: CommentRules,
  rules: ConfigRules,
): SuppressionProblem[] {
  const canJudge = judge(report, input);
  return [
    ...rules.rules.flatMap(({ suppression, isExpired }): SuppressionProblem[] => {
      const { check, until, origin, untilOrigin } = suppression;
      if (isExpired) {
        const message = `the suppression of ${check} ended on ${until}`;
        return [{ check: 'config/expired-suppression', message, origin: untilOrigin }];
      }
      if (!input.isWholeWorkspace || rules.isUsed(suppression) || !canJudge(check)) return [];
      const message = `there is no finding of ${check} that this suppresses`;
      return [{ check: 'config/unused-suppression', message, origin }];
    }),
    ...comments.comments.flatMap((comment) => commentProblems(comment, comments, input, canJudge)),
  ];
}

function commentProblems(
  comment: InlineComment,
  comments: CommentRules,
  { checks }: SuppressionInput,
  canJudge: (check: string) => boolean,
): SuppressionProblem[] {
  const { file, line, column } = comment;
  const origin = { file, line, column };
  if (comment.checks.length === 0) {
    const message = 'this comment names no check to ignore, such as unit/unknown-directive';
    return [{ check: 'config/unused-suppression', message, origin }];
  }
  if (comment.reason === '') {
    const message = `this comment ignores ${comment.checks.join(', ')} without a reason, so it has no effect`;
    return [{ check: 'config/suppression-without-reason', message, origin }];
  }
  const known = checks.map((check) => check.id);
  return comment.checks.flatMap((id): SuppressionProblem[] => {
    if (!known.includes(id)) {
      const meant = didYouMean(id, known);
      const message = `there is no check ${id}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
      return [{ check: 'config/unused-suppression', message, origin }];
    }
    if (comments.isUsed(comment, id) || !canJudge(id)) return [];
    return [{ check: 'config/unused-suppression', message: `there is no finding of ${id} here`, origin }];
  });
}

/**
 * Whether a suppression of a check can be called unused: not when the check's stage was not reached somewhere,
 * since what it would have found there is not known.
 */
function judge(report: Report, { checks }: SuppressionInput): (check: string) => boolean {
  const open = new Set(
    report.results.flatMap(({ stage, outcome }) =>
      outcome.status === 'failed' || outcome.status === 'skipped' ? [stage] : [],
    ),
  );
  const stages = new Map(checks.map(({ id, stage }) => [id, stage]));
  return (check) => {
    const stage = stages.get(check);
    return stage !== undefined && !open.has(stage);
  };
}
