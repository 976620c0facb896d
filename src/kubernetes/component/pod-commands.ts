import { child, type FieldPath } from '../field-path.ts';
import type { RuleContext } from '../rule.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';
import { checkCommandLine } from './command-line.ts';
import { readImage } from './kubernetes-image.ts';

/** Where the pod is in the objects that make pods. */
const podSpecPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
};

/** Checks the flags of components that run in pods: static pods of the control plane, kube-proxy. */
export function checkPodCommands(kind: string, object: JsonObject, context: RuleContext): void {
  if (!Object.hasOwn(podSpecPaths, kind)) return;
  let spec: JsonValue | undefined = object;
  let path: FieldPath | undefined;
  for (const key of podSpecPaths[kind] ?? []) {
    spec = isObject(spec) ? spec[key] : undefined;
    path = child(path, key);
  }
  if (!isObject(spec)) return;
  const { containers } = spec;
  if (!isArray(containers)) return;
  for (let index = 0; index < containers.length; index += 1) {
    const container = containers[index];
    // Images carry the component's name, too; whatever else runs has no flags that we know.
    if (isObject(container) && mayBeComponent(container))
      checkContainer(container, child(child(path, 'containers'), index), context);
  }
}

function mayBeComponent({ command, image }: JsonObject): boolean {
  const first = isArray(command) ? command[0] : image;
  return typeof first === 'string' && /kube|^\/?bin\/sh$/.test(first);
}

function checkContainer(container: JsonObject, path: FieldPath, { minor, problems }: RuleContext): void {
  const words: string[] = [];
  const paths: FieldPath[] = [];
  const { command, args } = container;
  const image = typeof container['image'] === 'string' ? readImage(container['image']) : undefined;
  if (!isArray(command) && image) {
    words.push(image.program);
    paths.push(child(path, 'image'));
  }
  for (const [key, list] of Object.entries({ command, args })) {
    if (!isArray(list)) continue;
    list.forEach((word, index) => {
      words.push(String(word));
      paths.push(child(child(path, key), index));
    });
  }
  // The image of the component itself knows its version better than the cluster does.
  for (const problem of checkCommandLine(words, image?.minor ?? minor)?.problems ?? []) {
    const { check, message, severity, fix } = problem;
    const more = { ...(severity !== undefined && { severity }), ...(fix !== undefined && { fix }) };
    problems.add({ check, message, ...more, path: paths[problem.word], at: 'value' });
  }
}
