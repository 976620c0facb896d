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

/** A file without findings of a given size on the machine, in bytes. */
export function largeConfig(bytes: number): string {
  return `variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: /etc/large\n      contents:\n        compression: ""\n        inline: ${'x'.repeat(bytes)}\n`;
}
