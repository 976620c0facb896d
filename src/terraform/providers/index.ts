import type { ResourceAnswer, ResourceRequest } from '../../core/terraform-protocol.ts';
import { archive } from './archive.ts';
import { cloudinit } from './cloudinit.ts';
import { ct } from './ct.ts';
import { generic } from './generic.ts';
import { helm } from './helm.ts';
import { kubectl } from './kubectl.ts';
import { kubernetes } from './kubernetes.ts';
import { local } from './local.ts';
import { matchbox } from './matchbox.ts';
import { notRun } from './not-run.ts';
import { nullProvider } from './null.ts';
import type { Provider, ProviderContext } from './provider.ts';
import { random } from './random.ts';
import { template } from './template.ts';
import { terraform } from './terraform.ts';
import { time } from './time.ts';
import { tls } from './tls.ts';

const providers: readonly Provider[] = [
  archive,
  cloudinit,
  ct,
  helm,
  kubectl,
  kubernetes,
  local,
  matchbox,
  notRun,
  nullProvider,
  random,
  template,
  terraform,
  time,
  tls,
];

const byPrefix: ReadonlyMap<string, Provider> = new Map(
  providers.flatMap((provider) => provider.prefixes.map((prefix) => [prefix, provider])),
);

/** Attributes of one resource instance, from the family that its type belongs to: the longest prefix before a `_`. */
export function emulate(request: ResourceRequest, context: ProviderContext): ResourceAnswer {
  try {
    return withoutUnread(providerOf(request.type).emulate(request, context), request.reads);
  } catch (error) {
    // Recursion over a value ends with the stack, which is as deep as anything may be nested.
    if (!(error instanceof RangeError)) throw error;
    return {
      values: {},
      problems: [{ message: `The configuration of ${request.type} is nested too deeply.` }],
    };
  }
}

function providerOf(type: string): Provider {
  for (let end = type.length; end > 0; end = type.lastIndexOf('_', end - 1)) {
    const provider = byPrefix.get(type.slice(0, end));
    if (provider) return provider;
  }
  return generic;
}

/** What is made up and read by nobody would be reported as missing from what is rendered, and is not. */
function withoutUnread(answer: ResourceAnswer, reads: readonly string[]): ResourceAnswer {
  const { values, placeholders = [] } = answer;
  const read = new Set(reads.map((path) => path.split('.', 1)[0]));
  if (placeholders.length === 0 || read.has('*')) return answer;
  const isUnread = (name: string): boolean => name !== 'id' && placeholders.includes(name) && !read.has(name);
  const kept = Object.entries(values).filter(([name]) => !isUnread(name));
  return {
    ...answer,
    values: Object.fromEntries(kept),
    placeholders: placeholders.filter((name) => !isUnread(name)),
  };
}
