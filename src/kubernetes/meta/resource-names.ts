import { qualifiedName } from './names.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/helper/helpers.go

/** Huge pages of one size, `hugepages-2Mi`. */
export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** A resource that Kubernetes itself knows of: without a domain, or in one of kubernetes.io. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** What nodes may promise more of than they have. All else is given in whole, and the limit is the request. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** A resource of a device plugin, whose name must also fit in a quota, behind `requests.`. */
export function isExtended(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && qualifiedName.test(`requests.${name}`);
}

/** What a container may ask for. */
export function isContainerResource(name: string): boolean {
  if (name === 'cpu' || name === 'memory' || name === 'ephemeral-storage') return true;
  if (!qualifiedName.test(name)) return false;
  return name.includes('/') ? isNative(name) || isExtended(name) : isHugePages(name);
}

/** What a pod as a whole may ask for. */
export function isPodResource(name: string): boolean {
  return name === 'cpu' || name === 'memory' || (isHugePages(name) && qualifiedName.test(name));
}
