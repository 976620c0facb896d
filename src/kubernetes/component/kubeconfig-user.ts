import { child } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { isObject } from '../value.ts';
import { checkPem, type KubeconfigPart, refuseBoth, refuseKubeconfig } from './kubeconfig-part.ts';

const execVersions = ['client.authentication.k8s.io/v1', 'client.authentication.k8s.io/v1beta1'];
const interactiveModes = ['Always', 'IfAvailable', 'Never'];

/** One user: how it shows who it is. */
export function checkUser(part: KubeconfigPart): void {
  const { object } = part;
  const hasCertificate =
    text(object, 'client-certificate') !== '' || text(object, 'client-certificate-data') !== '';
  const hasKey = text(object, 'client-key') !== '' || text(object, 'client-key-data') !== '';
  if (hasCertificate) {
    refuseBoth(part, 'client-certificate');
    refuseBoth(part, 'client-key');
    if (!hasKey) refuseKubeconfig(part, 'client-key', 'must be set beside a client certificate');
  } else if (hasKey) {
    refuseKubeconfig(part, 'client-certificate', 'must be set beside a client key');
  }
  checkPem(part, 'client-certificate-data', /^CERTIFICATE$/, 'a certificate');
  checkPem(part, 'client-key-data', /PRIVATE KEY$|^EC PARAMETERS$/, 'a private key');
  if (text(object, 'token') !== '' && (text(object, 'username') !== '' || text(object, 'password') !== ''))
    refuseKubeconfig(part, 'token', 'cannot be set beside username and password');
  const asOther = ['as-groups', 'as-uid', 'as-user-extra'].find((key) => present(object[key]));
  if (asOther !== undefined && text(object, 'as') === '')
    refuseKubeconfig(part, asOther, 'needs as beside it');
  const exec = map(object, 'exec');
  if (exec)
    checkExec({ ...part, object: exec, path: child(part.path, 'exec') }, present(object['auth-provider']));
}

/** A program that gives the credentials. */
function checkExec(part: KubeconfigPart, hasProvider: boolean): void {
  const { object } = part;
  const version = text(object, 'apiVersion');
  if (hasProvider) refuseKubeconfig(part, 'command', 'cannot be set beside auth-provider');
  if (text(object, 'command') === '') refuseKubeconfig(part, 'command', 'must be set');
  if (!execVersions.includes(version)) {
    const found = version === '' ? '' : `, not ${quoted(version)}`;
    refuseKubeconfig(part, 'apiVersion', `must be ${execVersions.join(' or ')}${found}`);
  }
  const mode = text(object, 'interactiveMode');
  if (mode === '' ? version === execVersions[0] : !interactiveModes.includes(mode))
    refuseKubeconfig(part, 'interactiveMode', 'must be Always, IfAvailable or Never');
  list(object, 'env').forEach((variable, index) => {
    const here: KubeconfigPart = { ...part, path: child(child(part.path, 'env'), index) };
    if (isObject(variable) && text(variable, 'name') === '') refuseKubeconfig(here, 'name', 'must be set');
  });
}
