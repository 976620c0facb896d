import { child, type FieldPath } from '../field-path.ts';
import { list, map } from '../meta/fields.ts';
import { dns1123Label } from '../meta/names.ts';
import { checkChoice, requireName } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { checkImage } from './container-image.ts';
import { checkContainerResources } from './container-resources.ts';
import { checkSecurityContext } from './container-security.ts';
import { checkEnv, checkEnvFrom } from './env.ts';
import type { PodScope } from './pod-scope.ts';
import { checkPorts } from './ports.ts';
import { checkResizePolicy } from './resize-policy.ts';
import { checkMounts } from './volume-mounts.ts';

const messagePolicies = ['File', 'FallbackToLogsOnError'];

/** When an image is pulled; of containers and of volumes. */
export const pullPolicies: readonly string[] = ['Always', 'IfNotPresent', 'Never'];

/** What containers of all sorts have in common. */
export function checkContainer(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  requireName(problems, container, path, 'name', dns1123Label);
  checkImage(container, path, scope);
  checkChoice(problems, container, path, 'terminationMessagePolicy', messagePolicies);
  checkChoice(problems, container, path, 'imagePullPolicy', pullPolicies);
  const ports = list(container, 'ports');
  if (ports.length > 0) checkPorts(ports, child(path, 'ports'), scope);
  const env = list(container, 'env');
  if (env.length > 0) checkEnv(env, child(path, 'env'), scope);
  const envFrom = list(container, 'envFrom');
  if (envFrom.length > 0) checkEnvFrom(envFrom, child(path, 'envFrom'), scope);
  checkMounts(container, path, scope);
  const resources = map(container, 'resources');
  if (resources) checkContainerResources(resources, child(path, 'resources'), scope);
  checkResizePolicy(container, path, scope);
  const security = map(container, 'securityContext');
  if (security) checkSecurityContext(security, child(path, 'securityContext'), scope);
}
