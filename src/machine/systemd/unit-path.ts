import { quadletTypes, unitTypeOf, unitTypes } from './unit-name.ts';

/** The program that reads a file of unit syntax. */
export type UnitReader = 'systemd' | 'quadlet' | 'networkd';

/** What a path on the machine makes of a file. */
export interface UnitAtPath {
  readonly readBy: UnitReader;
  /** `docker.service`, also for its drop-ins. */
  readonly name: string;
  /** `10-proxy.conf`; undefined for the unit itself. */
  readonly dropin: string | undefined;
}

/** Folders of unit files, and the suffixes that their reader looks for. */
const folders: readonly {
  readonly path: RegExp;
  readonly readBy: UnitReader;
  readonly types: readonly string[];
}[] = [
  {
    path: /^\/(?:etc|run|usr\/lib|usr\/local\/lib|lib)\/systemd\/(?:system|user)\/|\/\.config\/systemd\/user\//,
    readBy: 'systemd',
    types: unitTypes,
  },
  {
    path: /^\/(?:etc|run|usr\/share)\/containers\/systemd\/|\/\.config\/containers\/systemd\//,
    readBy: 'quadlet',
    types: quadletTypes,
  },
  {
    path: /^\/(?:etc|run|usr\/lib|usr\/local\/lib|lib)\/systemd\/network\//,
    readBy: 'networkd',
    types: ['network', 'netdev', 'link'],
  },
];

/**
 * Tells whether a file is a unit, a drop-in of one, a quadlet or a networkd file, by its path. Everything in a
 * `NAME.d` folder counts as a drop-in, also what its reader will not read.
 */
export function unitAtPath(path: string): UnitAtPath | undefined {
  for (const folder of folders) {
    const found = folder.path.exec(path);
    if (!found) continue;
    const below = path.slice(found.index + found[0].length).split('/');
    // Only podman looks into subfolders, which people make to keep an application's files together.
    const [file = '', parent = '', ...rest] = below.toReversed();
    if (rest.length > 0 && folder.readBy !== 'quadlet') return undefined;
    if (parent.endsWith('.d') && folder.types.includes(unitTypeOf(parent.slice(0, -2)))) {
      return { readBy: folder.readBy, name: parent.slice(0, -2), dropin: file };
    }
    const isUnit = file.includes('.') && folder.types.includes(unitTypeOf(file));
    if (!isUnit || (parent !== '' && folder.readBy !== 'quadlet')) return undefined;
    return { readBy: folder.readBy, name: file, dropin: undefined };
  }
  return undefined;
}
