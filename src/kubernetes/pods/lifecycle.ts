import { child, type FieldPath } from '../field-path.ts';
import { map, present } from '../meta/fields.ts';
import type { JsonObject } from '../value.ts';
import { checkHook } from './handlers.ts';
import type { PodScope } from './pod-scope.ts';

/** Hooks of a container. */
export function checkLifecycle(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const lifecycle = map(container, 'lifecycle');
  if (!lifecycle) return;
  const at = child(path, 'lifecycle');
  const postStart = map(lifecycle, 'postStart');
  if (postStart) checkHook(postStart, child(at, 'postStart'), scope);
  const preStop = map(lifecycle, 'preStop');
  if (preStop) checkHook(preStop, child(at, 'preStop'), scope);
}

/**
 * Whether anything of `lifecycle` reaches the check: `stopSignal` is dropped, its gate is off in all versions
 * (ContainerStopSignals), and so is a lifecycle that had nothing else.
 */
export function hasLifecycle(container: JsonObject): boolean {
  const lifecycle = map(container, 'lifecycle');
  if (!lifecycle) return false;
  return (
    !present(lifecycle['stopSignal']) || present(lifecycle['postStart']) || present(lifecycle['preStop'])
  );
}
