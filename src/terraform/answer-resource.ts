import type { Core } from '../core/host.ts';
import type { ResourceRequest } from '../core/terraform-protocol.ts';
import { emulate } from './providers/index.ts';

/** Seconds since 1970 of the start of 2020: what emulated providers take for now, so that equal input gives equal bytes. */
const now = 1_577_836_800;

/**
 * Answers the core's question for the attributes of a resource.
 *
 * @param request JSON of a {@link ResourceRequest}
 * @param rootFolder of the root module, as the mounts name it
 */
export function answerResource(core: Core, request: string, rootFolder: string): string {
  // The core is our own build: it asks as ResourceRequest says.
  const asked = JSON.parse(request) as ResourceRequest;
  return JSON.stringify(emulate(asked, { core, now, rootFolder }));
}
