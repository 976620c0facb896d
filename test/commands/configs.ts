/** Configs that the tests of the command line need: small ones, with one finding of a severity each. */

/** No finding. */
export const clean = 'variant: fcos\nversion: 1.5.0\nstorage:\n  directories:\n    - path: /opt/a\n';

/** One error, `translate/unused-key`, in line 3. */
export const withError = 'variant: fcos\nversion: 1.5.0\nstroage: {}\n';

/** One warning, `unit/unknown-directive`, in line 8. */
export const withWarning = `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: a.service
      contents: |
        [Service]
        Nonsense=1
        ExecStart=/usr/bin/true
`;

/** One note, `unit/dropin-of-unknown-unit`. */
export const withNote = `variant: fcos
version: 1.5.0
systemd:
  units:
    - name: not-of-the-image.service
      dropins:
        - name: 10-a.conf
          contents: |
            [Service]
            Restart=always
`;

/** A config that translates for many seconds. */
export function slowConfig(): string {
  const files = Array.from(
    { length: 20_000 },
    (_, index) => `    - path: /etc/f${index}\n      contents:\n        inline: a\n`,
  );
  return `variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n${files.join('')}`;
}

/** No finding but of its size: Butane would compress the contents of a file, but no key. */
export function withLongKey(bytes: number): string {
  return `variant: fcos
version: 1.5.0
passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - ssh-ed25519 ${'A'.repeat(bytes)}
`;
}
