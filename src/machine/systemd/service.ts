import { readCommandLine } from './command-line.ts';
import { lastSetting, listSetting, type MergedUnit, type Setting } from './merged-unit.ts';
import { valueForms } from './value-forms.ts';

/**
 * A service's type, after its defaults. systemd ignores a value that it does not know.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Type=
 */
export function serviceType(merged: MergedUnit): string {
  const written = lastSetting(merged, 'Service', 'Type')?.assignment.value;
  if (written !== undefined && valueForms.get('SERVICETYPE')?.accepts(written)) return written;
  if (lastSetting(merged, 'Service', 'BusName')) return 'dbus';
  return startCommands(merged).length > 0 ? 'simple' : 'oneshot';
}

/** A command of `ExecStart=`. */
export interface StartCommand {
  readonly setting: Setting;
  /** Where it stands in the assignment's value; UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** All commands of `ExecStart=` that hold after every reset. */
export function startCommands(merged: MergedUnit): StartCommand[] {
  return listSetting(merged, 'Service', 'ExecStart').flatMap((setting) =>
    readCommandLine(setting.assignment.value)
      .commands.filter(({ executable }) => executable !== '')
      .map(({ start, end }) => ({ setting, start, end })),
  );
}
