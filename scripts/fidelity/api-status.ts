import type { HttpAnswer } from './http-client.ts';
import type { Answer, Complaint } from './verdict.ts';

/** The parts of `metav1.Status` that say what was wrong. */
interface Status {
  readonly message?: string;
  readonly reason?: string;
  readonly details?: {
    readonly kind?: string;
    readonly causes?: readonly {
      readonly reason?: string;
      readonly message?: string;
      readonly field?: string;
    }[];
  };
}

/** Reads what the API server answered to a create. */
export function answerOf({ status, warnings, body }: HttpAnswer): Answer {
  const said = [...warnings.matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
  if (status === 201) return { verdict: 'accepted', errors: [], warnings: said };
  if (!body.startsWith('{')) {
    // What no route serves is answered in plain text.
    if (status === 404) return { verdict: 'unknown-kind', errors: [], warnings: said };
    return {
      verdict: 'rejected',
      errors: [{ type: String(status), field: '', detail: body }],
      warnings: said,
    };
  }
  // A `metav1.Status`, as every error of the API server.
  const answer = JSON.parse(body) as Status;
  // The name is taken: found out only when all else was in order.
  if (answer.reason === 'AlreadyExists') return { verdict: 'accepted', errors: [], warnings: said };
  return { verdict: 'rejected', errors: complaintsOf(answer), warnings: said };
}

function complaintsOf({ message = '', reason = '', details }: Status): readonly Complaint[] {
  const causes = details?.causes ?? [];
  if (causes.length === 0) return [{ type: reason, field: '', detail: message }];
  return causes.map((cause) => ({
    type: cause.reason ?? reason,
    field: cause.field ?? '',
    detail: cause.message ?? '',
  }));
}
