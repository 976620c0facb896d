import type { Mutators } from './mutation.ts';
import { type Place, replacing } from './places.ts';

const nameFields =
  /^(name|.*Name|namespace|.*Namespace|hostname|subdomain|key|metricName|group|plural|singular|kind|listKind|attacher|provisioner|driver|controller|handler|container)$/;

function names(change: (name: string) => readonly string[]) {
  return replacing(({ field, step, value }: Place) =>
    typeof value === 'string' && typeof step === 'string' && nameFields.test(field) ? change(value) : [],
  );
}

/** Names that one rule or another of https://kubernetes.io/docs/concepts/overview/working-with-objects/names forbids. */
export const nameMutators: Mutators = {
  'name-upper-case': names((name) => [name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)]),
  'name-underscore': names((name) => [`${name}_v2`, name.replaceAll('-', '_')]),
  'name-dots': names((name) => [`${name}.v2`, `${name}.example.com`, `.${name}`, `${name}..x`]),
  'name-slash': names((name) => [`example.com/${name}`, `${name}/`, `a/b/${name}`]),
  'name-trailing-dash': names((name) => [`${name}-`, `-${name}`]),
  'name-space': names((name) => [`${name} `, `my ${name}`]),
  'name-colon': names((name) => [`system:${name}`, `${name}:latest`]),
  'name-percent': names((name) => [`${name}%2f`, '..', '.']),
  'name-digits': names((name) => [`1${name}`, '123', `${name}1`]),
  'name-unicode': names((name) => [`${name}é`, `café`]),
  'name-64-characters': names((name) => [name.padEnd(64, 'x'), name.padEnd(63, 'x')]),
  'name-over-long': names((name) => [
    name.padEnd(254, 'x'),
    `${name}.`.padEnd(253, 'x'),
    name.padEnd(57, 'y'),
  ]),
  'name-template': names((name) => [`{{ .Values.${name} }}`, `$(${name})`, `<${name}>`]),
  'name-other': names((name) => [`${name}-2`, 'other']),
};
