/** Units of systemd.time(7); case matters: `M` is a month, `m` a minute. */
const units =
  'seconds|second|sec|s|minutes|minute|min|months|month|msec|ms|m|M|hours|hour|hr|h|days|day|d|weeks|week|w|years|year|y|usec|us|\u00b5s|\u03bcs|';

// A number with an optional fraction, then a unit, then the next number or the end.
const part = new RegExp(
  `^[ \\t\\n\\r]*\\+?(?:\\d+(?:\\.\\d+)?|\\.\\d+)[ \\t\\n\\r]*(?:${units})(?=[\\d.+ \\t\\n\\r]|$)`,
);

/**
 * True for a time span as systemd reads it: `90`, `1min 30s`, `1.5h`, `infinity`.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.time.html#Parsing%20Time%20Spans
 */
export function isTimeSpan(text: string): boolean {
  if (text === 'infinity') return true;
  let rest = text;
  do {
    const found = part.exec(rest);
    if (!found) return false;
    rest = rest.slice(found[0].length);
  } while (rest.trim() !== '');
  return true;
}
