import { flag, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { checkPem, type KubeconfigPart, refuseBoth, refuseKubeconfig } from './kubeconfig-part.ts';

/** One cluster: where it is and how its certificate is verified. */
export function checkCluster(part: KubeconfigPart): void {
  const { object } = part;
  const server = text(object, 'server');
  if (server === '') refuseKubeconfig(part, 'server', 'must be set');
  else if (!isServer(server))
    refuseKubeconfig(
      part,
      'server',
      `must be a URL such as https://10.0.0.1:6443, not ${quoted(withoutLogin(server))}`,
    );
  const proxy = text(object, 'proxy-url');
  if (proxy !== '' && !isProxy(proxy))
    refuseKubeconfig(part, 'proxy-url', 'must be a URL of http, https or socks5');
  refuseBoth(part, 'certificate-authority');
  checkPem(part, 'certificate-authority-data', /^(?:TRUSTED )?CERTIFICATE$/, 'a certificate');
  const hasAuthority =
    text(object, 'certificate-authority') !== '' || text(object, 'certificate-authority-data') !== '';
  if (hasAuthority && flag(object, 'insecure-skip-tls-verify') === true)
    refuseKubeconfig(part, 'insecure-skip-tls-verify', 'cannot be true beside a certificate authority');
}

/** A URL, or a host with a port. What a template fills in is not judged. */
function isServer(server: string): boolean {
  if (/\$|\{\{/.test(server)) return true;
  if (/\s/.test(server)) return false;
  const [, scheme] = /^([A-Za-z][A-Za-z\d+.-]*):\/\//.exec(server) ?? [];
  if (scheme === undefined) return /^(?:[\w.-]+|\[[\da-fA-F:.%]+\])(?::\d{1,5})?\/?$/.test(server);
  const lower = scheme.toLowerCase();
  return (lower === 'https' || lower === 'http') && URL.canParse(server);
}

function isProxy(proxy: string): boolean {
  return /\$|\{\{/.test(proxy) || (/^(?:https?|socks5):\/\//.test(proxy) && URL.canParse(proxy));
}

/** A name and password in a URL are a secret. */
function withoutLogin(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
