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
    return providerOf(request.type).emulate(request, context);
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
