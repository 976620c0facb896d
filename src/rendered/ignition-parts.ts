import { createHash } from 'node:crypto';
import { asText, decodeContents } from '../machine/data-url.ts';
import type { IgnitionSource } from '../machine/ignition.ts';
import { readIgnition } from '../machine/read-ignition.ts';
import { withoutContents } from './ignition-rest.ts';
import type { Part } from './part.ts';

/**
 * The files that a machine has after its first boot, as far as its merged Ignition brings them, units among them; and
 * what else is in that Ignition, as `ignition.json`.
 *
 * @param text the merged Ignition, as JSON that the upstream parser takes
 */
export function ignitionParts(machine: string, text: string): Part[] {
  const { files, units } = readIgnition(text);
  return [
    ...files.flatMap(({ path, append, ...contents }) => {
      const shown = [contents, ...append].map(contentsText).filter((each) => each !== undefined);
      return shown.length === 0 ? [] : [{ path, machine, text: shown.join('') }];
    }),
    ...units.flatMap(({ name, contents, dropins }) => [
      ...unitPart(machine, `/etc/systemd/system/${name}`, contents),
      ...dropins.flatMap((dropin) =>
        unitPart(machine, `/etc/systemd/system/${name}.d/${dropin.name}`, dropin.contents),
      ),
    ]),
    { path: 'ignition.json', machine, ...withoutContents(text) },
  ];
}

/** Undefined for what the machine fetches, or what is not there. */
function contentsText({ source, compression }: IgnitionSource): string | undefined {
  if (source === undefined) return undefined;
  const decoded = decodeContents(source, compression);
  if ('remote' in decoded) return undefined;
  if ('error' in decoded) return `(not shown: ${decoded.error})\n`;
  return asText(decoded.bytes) ?? describeBinary(decoded.bytes);
}

/** No byte of it, and still another text for another content. */
function describeBinary(bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return `(binary: ${bytes.length} bytes, SHA-256 ${hash})\n`;
}

function unitPart(machine: string, path: string, contents: string | undefined): Part[] {
  return contents === undefined ? [] : [{ path, machine, text: contents }];
}
