import { generic } from './generic.ts';
import type { Provider } from './provider.ts';

export type Emulate = Provider['emulate'];

/**
 * A family whose types each have a function of their own; data sources are named `data.<type>`. A type that is not
 * among them is left to the generic provider.
 */
export function family(prefixes: readonly string[], types: Readonly<Record<string, Emulate>>): Provider {
  const byType = new Map(Object.entries(types));
  return {
    prefixes,
    emulate(request, context) {
      const name = request.mode === 'data' ? `data.${request.type}` : request.type;
      return (byType.get(name) ?? generic.emulate)(request, context);
    },
  };
}
