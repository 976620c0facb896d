import { child } from '../field-path.ts';
import { entryText, itemOf, list, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { checkIp } from './ip.ts';
import type { PodScope } from './pod-scope.ts';

/** Lines of `/etc/hosts`. */
export function checkHostAliases(scope: PodScope): void {
  const aliases = list(scope.spec, 'hostAliases');
  for (let index = 0; index < aliases.length; index += 1) {
    const alias = itemOf(aliases[index]);
    const at = child(child(scope.path, 'hostAliases'), index);
    checkIp(text(alias, 'ip'), child(at, 'ip'), scope);
    const names = list(alias, 'hostnames');
    for (let place = 0; place < names.length; place += 1) {
      const name = entryText(names[place]);
      if (dns1123Subdomain.test(name)) continue;
      checkName(name, dns1123Subdomain, child(child(at, 'hostnames'), place), scope.problems);
    }
  }
}
