/** A line of a machine config, told by what fills it. */
export interface ConfigLine {
  readonly text: string;
  /** Text of a unit, script or file that the machine receives, and not structure of the config. */
  readonly isContent: boolean;
}

const contentKeys: ReadonlySet<string> = new Set(['contents', 'inline']);

/**
 * Walks the lines of a YAML text and tells structure from contents: block scalars, and whatever value `contents`
 * and `inline` have. Comments and empty lines are left out of the structure. Line by line, because a template is
 * no YAML yet.
 */
export function* configLines(text: string): Iterable<ConfigLine> {
  // Lines that are indented more than this belong to the contents above.
  let owner = -1;
  for (const line of text.split(/\r?\n/)) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (owner >= 0 && indent > owner) {
      yield { text: line, isContent: true };
      continue;
    }
    owner = -1;
    if (line[indent] === '#') continue;
    const { column, key, value } = splitLine(line);
    const isContent = contentKeys.has(key) && value !== '' && !isWholeInterpolation(value);
    if (isContent || /^(?:[&!][^\s]+\s+){0,4}[|>][-+0-9]*(?:\s+#.*)?$/.test(value)) owner = column;
    yield { text: isContent ? line : withoutComment(line), isContent };
  }
}

/** Key and value of a line, and the column (from 0) of the key; of the last dash when it is a bare item. */
function splitLine(line: string): { column: number; key: string; value: string } {
  const dashes = /^\s*(?:-\s+){0,50}/.exec(line)?.[0].length ?? 0;
  const rest = line.slice(dashes);
  const colon = rest.search(/:(?:\s|$)/);
  if (colon < 0)
    return { column: Math.max(line.lastIndexOf('-', dashes - 1), 0), key: '', value: rest.trim() };
  const key = rest.slice(0, colon).replace(/^["']|["']$/g, '');
  return { column: dashes, key: key.trim(), value: rest.slice(colon + 1).trim() };
}

// `inline: ${ca}` holds no shell variable: there is no script around it.
function isWholeInterpolation(value: string): boolean {
  return /^["']?(?:\$\{[^}]*\}|\{\{.*\}\})["']?$/.test(value);
}

function withoutComment(line: string): string {
  const comment = line.indexOf(' #');
  return comment < 0 ? line : line.slice(0, comment);
}
