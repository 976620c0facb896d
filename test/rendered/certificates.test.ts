import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { hideWritten } from '../../src/rendered/hide-written.ts';
import { workspaceWith } from '../support/workspace.ts';

const openssl = 'openssl';
const hasOpenssl = spawnSync(openssl, ['version']).status === 0;

test.skipIf(!hasOpenssl)('a certificate is described, not shown (needs openssl)', () => {
  const folder = workspaceWith({});
  const make = () =>
    execFileSync(
      openssl,
      'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout /dev/null -subj /O=a/CN=etcd -days 3650 -addext subjectAltName=DNS:etcd,IP:10.0.0.1'.split(
        ' ',
      ),
      { cwd: path.join(folder), encoding: 'utf8', stdio: 'pipe' },
    );
  const [one, other] = [hideWritten(make()), hideWritten(make())];
  expect(one.text).toMatch(
    /^-----BEGIN CERTIFICATE----- \(O=a, CN=etcd for DNS:etcd, IP Address:10\.0\.0\.1, ec prime256v1, until \d{4}-\d\d-\d\d\)\n$/,
  );
  // Of another key, and so of another serial number.
  expect(other).toEqual(one);
  const kubeconfig = `certificate-authority-data: ${Buffer.from(make()).toString('base64')}\n`;
  expect(hideWritten(kubeconfig).text).toBe(`certificate-authority-data: (base64 of ${one.text.trim()})\n`);
});

test('what is no certificate is told by its hash', () => {
  const text = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  expect(hideWritten(text).text).toMatch(
    /^-----BEGIN CERTIFICATE----- \(cannot be read, SHA-256 [0-9a-f]{12}\)$/,
  );
});
