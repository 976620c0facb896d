import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { workspaceWith } from '../../support/workspace.ts';
import { runGuarded } from './check-modules.ts';
import { readTree } from './run-traps.ts';

/** Renders resources and expressions over them; gives the expressions' values as texts, by name. */
async function valuesOf(
  resources: string,
  expressions: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(expressions).map(
    ([name, each]) => `resource "local_file" "${name}" {\n  filename = "${name}"\n  content  = ${each}\n}\n`,
  );
  const folder = workspaceWith({
    'module/main.tf': resources + files.join(''),
    'windtunnel.yaml': 'terraform:\n  modules: [module]\n',
  });
  const args = ['render', '--quiet', '--with-placeholder-keys', '--out', 'out'];
  const { code, stderr } = await runGuarded(args, folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const written = readTree(folder);
  return Object.fromEntries(
    Object.keys(expressions).map((name) => [name, written[`out/module/operator/${name}`] ?? '']),
  );
}

const authorities = `
resource "tls_private_key" "ca" {
  algorithm = "RSA"
  rsa_bits  = 2048
}

resource "tls_self_signed_cert" "ca" {
  private_key_pem       = tls_private_key.ca.private_key_pem
  is_ca_certificate     = true
  validity_period_hours = 8760
  allowed_uses          = ["cert_signing", "key_encipherment", "digital_signature"]

  subject {
    common_name  = "kubernetes-ca"
    organization = "example"
  }
}

resource "tls_private_key" "server" {
  algorithm   = "ECDSA"
  ecdsa_curve = "P384"
}

resource "tls_cert_request" "server" {
  private_key_pem = tls_private_key.server.private_key_pem
  dns_names       = ["kubernetes", "kubernetes.default.svc", "cluster.example.com"]
  ip_addresses    = [cidrhost("10.3.0.0/16", 1), "2001:db8::1"]
  uris            = ["spiffe://example.com/apiserver"]

  subject {
    common_name  = "kube-apiserver"
    organization = "system:masters"
  }
}

resource "tls_locally_signed_cert" "server" {
  cert_request_pem      = tls_cert_request.server.cert_request_pem
  ca_private_key_pem    = tls_private_key.ca.private_key_pem
  ca_cert_pem           = tls_self_signed_cert.ca.cert_pem
  validity_period_hours = 24
  allowed_uses          = ["key_encipherment", "digital_signature", "server_auth", "client_auth"]
}

resource "tls_private_key" "ssh" {
  algorithm = "ED25519"
}
`;

test('certificates are real: subject, names, uses, validity and chain are what was asked for', async () => {
  const pems = await valuesOf(authorities, {
    ca: 'tls_self_signed_cert.ca.cert_pem',
    server: 'tls_locally_signed_cert.server.cert_pem',
    key: 'tls_private_key.server.private_key_pem',
    pkcs8: 'tls_private_key.server.private_key_pem_pkcs8',
    ssh: 'tls_private_key.ssh.public_key_openssh',
  });
  const ca = new X509Certificate(pems['ca'] ?? '');
  const server = new X509Certificate(pems['server'] ?? '');
  expect(ca.subject.split('\n').sort()).toEqual(['CN=kubernetes-ca', 'O=example']);
  expect([ca.ca, server.ca]).toEqual([true, false]);
  expect(server.subject.split('\n').sort()).toEqual(['CN=kube-apiserver', 'O=system:masters']);
  expect(server.subjectAltName?.split(', ').sort()).toEqual([
    'DNS:cluster.example.com',
    'DNS:kubernetes',
    'DNS:kubernetes.default.svc',
    'IP Address:10.3.0.1',
    'IP Address:2001:DB8:0:0:0:0:0:1',
    'URI:spiffe://example.com/apiserver',
  ]);
  // Object identifiers of TLS web server and client authentication.
  expect([...server.keyUsage].sort()).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  expect(server.checkIssued(ca) && server.verify(ca.publicKey) && ca.verify(ca.publicKey)).toBe(true);
  expect(Date.parse(server.validTo) - Date.parse(server.validFrom)).toBe(24 * 3600 * 1000);
  const key = createPrivateKey(pems['key'] ?? '');
  expect(key.asymmetricKeyDetails).toMatchObject({ namedCurve: 'secp384r1' });
  expect(server.checkPrivateKey(key) && server.checkPrivateKey(createPrivateKey(pems['pkcs8'] ?? ''))).toBe(
    true,
  );
  expect(createPublicKey(key).equals(server.publicKey)).toBe(true);
  expect(pems['ssh']).toMatch(/^ssh-ed25519 AAAA[\w+/=]+\n$/);
});

test('random values have the length and the alphabet that was asked for', async () => {
  const values = await valuesOf(
    `
resource "random_password" "plain" {
  length  = 40
  special = false
}

resource "random_password" "digits" {
  length  = 12
  lower   = false
  upper   = false
  special = false
}

resource "random_string" "special" {
  length           = 30
  min_special      = 5
  override_special = "_-"
}

resource "random_string" "token" {
  count   = 2
  length  = 6
  upper   = false
  special = false
}

resource "random_id" "cluster" {
  byte_length = 5
  prefix      = "cluster-"
}

resource "random_uuid" "node" {}

resource "random_pet" "name" {
  length    = 3
  separator = "."
}

resource "random_integer" "port" {
  min = 30000
  max = 32767
}

resource "random_shuffle" "zones" {
  input        = ["a", "b", "c", "d"]
  result_count = 3
}

resource "random_bytes" "key" {
  length = 32
}
`,
    {
      plain: 'random_password.plain.result',
      digits: 'random_password.digits.result',
      special: 'random_string.special.result',
      tokens: 'join(" ", random_string.token[*].result)',
      hex: 'random_id.cluster.hex',
      uuid: 'random_uuid.node.result',
      pet: 'random_pet.name.id',
      port: 'tostring(random_integer.port.result)',
      zones: 'join("", sort(random_shuffle.zones.result))',
      key: 'random_bytes.key.base64',
      bcrypt: 'random_password.plain.bcrypt_hash',
    },
  );
  expect(values).toEqual({
    plain: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
    digits: expect.stringMatching(/^\d{12}$/),
    special: expect.stringMatching(/^(?=(?:.*[_-]){5})[A-Za-z0-9_-]{30}$/),
    tokens: expect.stringMatching(/^([a-z0-9]{6}) (?!\1)[a-z0-9]{6}$/),
    hex: expect.stringMatching(/^cluster-[0-9a-f]{10}$/),
    uuid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
    pet: expect.stringMatching(/^[a-z]+\.[a-z]+\.[a-z]+$/),
    port: expect.stringMatching(/^3[0-2]\d{3}$/),
    zones: expect.stringMatching(/^(?:abc|abd|acd|bcd)$/),
    key: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    bcrypt: expect.stringMatching(/^\$2a\$10\$/),
  });
});

test('keepers change a random value, and nothing else does', async () => {
  const made = (keeper: string, more = ''): Promise<Readonly<Record<string, string>>> =>
    valuesOf(
      `resource "random_id" "a" {\n  byte_length = 8\n  keepers     = { a = "${keeper}" }\n}\n${more}`,
      { a: 'random_id.a.hex' },
    );
  const first = await made('one');
  expect(await made('one', 'resource "random_id" "b" {\n  byte_length = 8\n}\n')).toEqual(first);
  expect(await made('two')).not.toEqual(first);
});
