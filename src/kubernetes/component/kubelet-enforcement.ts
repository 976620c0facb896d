import { child, formatPath } from '../field-path.ts';
import { flag, list, present, text } from '../meta/fields.ts';
import { type ConfigPart, checkWord, refuse } from './config-field.ts';

/** What may be enforced, and the field that names the control group of it. */
const groups: Readonly<Record<string, string>> = {
  'kube-reserved': 'kubeReservedCgroup',
  'kube-reserved-compressible': 'kubeReservedCgroup',
  'system-reserved': 'systemReservedCgroup',
  'system-reserved-compressible': 'systemReservedCgroup',
};

/** `enforceNodeAllocatable`, what it needs beside it, and processors that are set aside. */
export function checkEnforcement(part: ConfigPart): void {
  const { object } = part;
  const given = list(object, 'enforceNodeAllocatable');
  const values = given.filter((value) => typeof value === 'string');
  const enforced = present(object['enforceNodeAllocatable']) ? values : ['pods'];
  enforced.forEach((value, index) => {
    checkEnforced(part, enforced, value, index);
  });
  for (const kind of ['kube-reserved', 'system-reserved'])
    if (enforced.includes(kind) && enforced.includes(`${kind}-compressible`))
      refuse(part, 'enforceNodeAllocatable', `cannot hold both ${kind} and ${kind}-compressible`);
  if (flag(object, 'cgroupsPerQOS') === false && enforced.some((value) => value !== 'none'))
    refuse(part, 'cgroupsPerQOS', 'must be true unless enforceNodeAllocatable is [none]');
  checkReservedProcessors(part);
}

function checkEnforced(part: ConfigPart, all: readonly string[], value: string, index: number): void {
  const here: ConfigPart = { ...part, path: child(part.path, 'enforceNodeAllocatable') };
  // The compressible ones came with 1.32.
  const known = Object.keys(groups).filter((name) => part.minor >= 32 || !name.endsWith('-compressible'));
  checkWord(here, index, value, ['none', 'pods', ...known]);
  if (all.indexOf(value) < index) refuse(here, index, `repeats ${value}`);
  if (value === 'none' && all.length > 1) refuse(here, index, 'must be alone when it is none');
  const group = Object.hasOwn(groups, value) ? groups[value] : undefined;
  if (group !== undefined && text(part.object, group) === '')
    refuse(here, index, `needs ${formatPath(child(part.path, group))} to be set`);
}

function checkReservedProcessors(part: ConfigPart): void {
  const { object } = part;
  const processors = text(object, 'reservedSystemCPUs');
  if (processors === '') return;
  if (text(object, 'systemReservedCgroup') !== '' || text(object, 'kubeReservedCgroup') !== '')
    refuse(part, 'reservedSystemCPUs', 'cannot be set beside systemReservedCgroup or kubeReservedCgroup');
  if (!isCpuSet(processors)) refuse(part, 'reservedSystemCPUs', 'must be a list of processors such as 0-3,8');
}

/** https://www.man7.org/linux/man-pages/man7/cpuset.7.html#FORMATS */
function isCpuSet(list: string): boolean {
  return list.split(',').every((range) => {
    const [, from, to] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(range) ?? [];
    return from !== undefined && (to === undefined || Number(from) <= Number(to));
  });
}
