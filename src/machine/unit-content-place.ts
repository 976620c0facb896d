import type { YamlDocument, YamlNode } from '../yaml/document.ts';
import { locateInScalar } from '../yaml/embedded-text.ts';
import type { Position } from '../yaml/line-map.ts';
import { parseUnitFile } from './unit-file.ts';

/**
 * The place in a unit that Ignition's own reader of units stopped at, for which it gives none. Undefined for
 * other messages, and where our reader does not find the like.
 *
 * Messages: https://github.com/coreos/go-systemd/blob/v22.5.0/unit/deserialize.go
 */
export function placeInUnit(yaml: YamlDocument, contents: YamlNode, message: string): Position | undefined {
  if (!message.startsWith('invalid unit content') || contents.kind !== 'scalar') return undefined;
  const isHeader = message.includes('end of section');
  const mistake = parseUnitFile(contents.value).mistakes.find((each) =>
    isHeader ? each.fatal : each.message.includes('no "="'),
  );
  return mistake && locateInScalar(yaml, contents)(mistake.line, mistake.column);
}
