import { child, type FieldPath } from '../field-path.ts';
import { flag, itemOf, text } from '../meta/fields.ts';
import { reportDuplicate, reportInvalid, reportMissing } from '../meta/report.ts';
import type { JsonArray } from '../value.ts';
import type { PodScope } from './pod-scope.ts';

const longestName = 253;
const segment = /^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/;

/** Kernel parameters of a pod's namespaces: those that it shares with the host are not its to set. */
export function checkSysctls(sysctls: JsonArray, path: FieldPath, scope: PodScope): void {
  const names = new Set<string>();
  for (let index = 0; index < sysctls.length; index += 1) {
    const name = text(itemOf(sysctls[index]), 'name');
    const at = child(child(path, index), 'name');
    if (name === '') reportMissing(scope.problems, at);
    else if (!isSysctlName(name)) {
      const words = `must be at most ${longestName} lower case letters, digits, "-" and "_", with "." or "/" between them`;
      reportInvalid(scope.problems, at, words);
    } else if (names.has(name)) reportDuplicate(scope.problems, at, name);
    names.add(name);
    checkNamespace(name, at, scope);
  }
}

function isSysctlName(name: string): boolean {
  return name.length <= longestName && name.split(/[./]/).every((part) => segment.test(part));
}

// https://github.com/kubernetes/component-helpers/blob/v0.34.3/node/util/sysctl/namespace.go
const ofIpc = new Set([
  'kernel.sem',
  'kernel.shmall',
  'kernel.shmmax',
  'kernel.shmmni',
  'kernel.shm_rmid_forced',
  'kernel.shm',
  'kernel.msgmax',
  'kernel.msgmnb',
  'kernel.msgmni',
  'kernel.msg',
]);

function checkNamespace(name: string, path: FieldPath, { spec, hostNetwork, problems }: PodScope): void {
  const [parameter = ''] = withDots(name).split('*', 1);
  if (hostNetwork && parameter.startsWith('net.')) {
    reportInvalid(problems, path, 'must not be a parameter of the network with hostNetwork');
  }
  const ipc = ofIpc.has(parameter) || parameter.startsWith('fs.mqueue.');
  if (ipc && flag(spec, 'hostIPC') === true) {
    reportInvalid(problems, path, 'must not be a parameter of IPC with hostIPC');
  }
}

/** `net/ipv4/conf/eth0.1` is `net.ipv4.conf.eth0/1`: the first separator decides. */
function withDots(name: string): string {
  if (/[./]/.exec(name)?.[0] !== '/') return name;
  return name.replace(/[./]/g, (separator) => (separator === '.' ? '/' : '.'));
}
