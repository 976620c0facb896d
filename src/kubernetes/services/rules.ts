import type { KindRules } from '../rule.ts';
import { checkEndpointSlice } from './endpoint-slice.ts';
import { checkEndpoints } from './endpoints.ts';
import { checkIngress } from './ingress.ts';
import { checkIngressClass } from './ingress-class.ts';
import { checkNetworkPolicy } from './network-policy.ts';
import { checkService } from './service.ts';
import { checkIpAddress, checkServiceCidr } from './service-cidr.ts';

/** What the API server checks in code for services and what leads to them. */
export const serviceRules: KindRules = {
  'v1/Service': checkService,
  'v1/Endpoints': checkEndpoints,
  'discovery.k8s.io/v1/EndpointSlice': checkEndpointSlice,
  'networking.k8s.io/v1/Ingress': checkIngress,
  'networking.k8s.io/v1/IngressClass': checkIngressClass,
  'networking.k8s.io/v1/NetworkPolicy': checkNetworkPolicy,
  'networking.k8s.io/v1/IPAddress': checkIpAddress,
  'networking.k8s.io/v1/ServiceCIDR': checkServiceCidr,
};
