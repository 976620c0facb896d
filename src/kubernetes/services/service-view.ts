import type { JsonObject } from '../value.ts';

/** A Service as the API server validates it, after defaults. */
export interface ServiceView {
  readonly annotations: JsonObject | undefined;
  readonly spec: JsonObject;
  /** ClusterIP where none is written. */
  readonly type: string;
  readonly clusterIp: string;
  /** With `clusterIP` in it, where only that one is written. */
  readonly clusterIps: readonly string[];
  readonly headless: boolean;
}

/** Whether traffic from outside the cluster may reach the service. */
export function isExternallyAccessible({ spec, type }: ServiceView): boolean {
  if (type === 'LoadBalancer' || type === 'NodePort') return true;
  const addresses = spec['externalIPs'];
  return type === 'ClusterIP' && Array.isArray(addresses) && addresses.length > 0;
}
