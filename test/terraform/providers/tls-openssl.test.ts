import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ask, textOf } from './ask.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string, argument: string): boolean =>
  spawnSync(program, [argument]).error === undefined;
const algorithms = [
  { name: 'RSA', config: { algorithm: 'RSA' } },
  { name: 'P256', config: { algorithm: 'ECDSA', ecdsa_curve: 'P256' } },
  { name: 'P521', config: { algorithm: 'ECDSA', ecdsa_curve: 'P521' } },
  { name: 'ED25519', config: { algorithm: 'ED25519' } },
];

function save(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

function run(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

describe.skipIf(!has('openssl', 'version'))('openssl accepts (skipped without openssl)', () => {
  test.each(algorithms)('certificates and requests of $name', ({ config }) => {
    const key = textOf(ask('tls_private_key.ca', config), 'private_key_pem');
    const ca = ask('tls_self_signed_cert.ca', {
      private_key_pem: key,
      subject: [{ common_name: 'Straße*', street_address: ['b', 'a'], email_address: 'ca@example.com' }],
      is_ca_certificate: true,
      set_authority_key_id: true,
      max_path_length: 0,
      validity_period_hours: 8760,
      allowed_uses: ['cert_signing', 'crl_signing', 'decipher_only', 'server_auth'],
      name_constraint_permitted_dns_names: ['example'],
    });
    const asked = ask('tls_cert_request.leaf', {
      private_key_pem: textOf(ask('tls_private_key.leaf', config), 'private_key_pem'),
      subject: [{ common_name: 'leaf' }],
      dns_names: ['leaf.example'],
    });
    const leaf = ask('tls_locally_signed_cert.leaf', {
      cert_request_pem: textOf(asked, 'cert_request_pem'),
      ca_private_key_pem: key,
      ca_cert_pem: textOf(ca, 'cert_pem'),
      validity_period_hours: 8760,
      allowed_uses: ['server_auth'],
      set_subject_key_id: true,
    });
    const caFile = save('ca.pem', textOf(ca, 'cert_pem'));
    const leafFile = save('leaf.pem', textOf(leaf, 'cert_pem'));
    const strict = ['-x509_strict', '-no_check_time', '-purpose', 'sslserver'];
    expect(run('openssl', 'verify', ...strict, '-CAfile', caFile, leafFile)).toEqual({
      status: 0,
      output: `${leafFile}: OK\n`,
    });
    const request = save('leaf.csr', textOf(asked, 'cert_request_pem'));
    expect(run('openssl', 'req', '-in', request, '-verify', '-noout').status).toBe(0);
  });
});

describe.skipIf(!has('ssh-keygen', '-?'))('ssh-keygen reads (skipped without ssh-keygen)', () => {
  test.each(algorithms)('private keys of $name', ({ config }) => {
    const answer = ask('tls_private_key.login', config);
    const file = save('login', textOf(answer, 'private_key_openssh'));
    expect(run('ssh-keygen', '-y', '-f', file).output).toBe(textOf(answer, 'public_key_openssh'));
    const fingerprint = textOf(answer, 'public_key_fingerprint_sha256');
    expect(run('ssh-keygen', '-l', '-f', file).output.split(' ')[1]).toBe(fingerprint);
    const md5 = run('ssh-keygen', '-l', '-E', 'md5', '-f', file).output.split(' ')[1];
    expect(md5).toBe(`MD5:${textOf(answer, 'public_key_fingerprint_md5')}`);
  });
});
