import type { ResourceAnswer, ResourceRequest } from '../../core/terraform-protocol.ts';
import { orderedJson } from './derive.ts';
import type { Emulate } from './family.ts';
import type { ProviderContext } from './provider.ts';

const largestTotal = 32 * 1024 * 1024;

/** What an answer follows from. */
type Identity = (request: ResourceRequest, context: ProviderContext) => unknown;

/**
 * Emulates equal resources once: the entries of a matrix ask for the same keys and certificates again and again.
 * Keeps some 32 MiB of questions and starts anew then.
 */
export function cached(emulate: Emulate, identity: Identity = everything): Emulate {
  const answers = new Map<string, ResourceAnswer>();
  let total = 0;
  return (request, context) => {
    const key = orderedJson(identity(request, context));
    const known = answers.get(key);
    if (known) return known;
    const answer = emulate(request, context);
    total += key.length * 2;
    if (total > largestTotal) {
      answers.clear();
      total = key.length * 2;
    }
    answers.set(key, answer);
    return answer;
  };
}

const everything: Identity = (
  { address, mode, type, providerVersion, config, unknown, secrets, reads },
  { now },
) => [address, mode, type, providerVersion, config, unknown, secrets, reads, now];
