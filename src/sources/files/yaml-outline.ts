/** The upper two levels of a YAML mapping, read line by line. */
export interface Outline {
  /** The text's first line, where cloud-init looks for its header. */
  readonly firstLine: string;
  readonly keys: ReadonlyMap<string, OutlineKey>;
}

export interface OutlineKey {
  /** What stands behind the colon on the same line. */
  readonly value: string;
  readonly children: Map<string, OutlineChild>;
}

interface OutlineChild {
  readonly value: string;
  /** The first line below it, trimmed. */
  firstLine: string | undefined;
}

const keyLine = /^ *(["']?)([A-Za-z0-9_./-]{1,100})\1 *:(?:[ \t]+(.*))?$/;

/**
 * Reads the first document of a YAML text that has keys. Never fails: what cannot be read as lines of keys is
 * passed over, so that a file with a syntax error, or a template, is still known for what it was meant to be.
 */
export function outlineYaml(text: string): Outline {
  const keys = new Map<string, OutlineKey>();
  let topIndent = -1;
  let childIndent = -1;
  let top: OutlineKey | undefined;
  let child: OutlineChild | undefined;
  for (const line of linesOf(text)) {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      if (keys.size > 0) break;
      continue;
    }
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '#' || line[0] === '%') continue;
    if (topIndent < 0 && keyLine.test(line)) topIndent = indent;
    // The items of a list may stand as far left as the key that holds it.
    const isBelow = indent > childIndent || (indent === childIndent && line.startsWith('- ', indent));
    if (child && isBelow) child.firstLine ??= line.trim();
    const match = keyLine.exec(line);
    const [, , name, value = ''] = match ?? [];
    if (name === undefined) continue;
    if (indent === topIndent) {
      top = { value: value.trim(), children: flowChildren(value) };
      // The first of two equal keys decides; the translator complains of the second.
      if (!keys.has(name)) keys.set(name, top);
      childIndent = -1;
      child = undefined;
    } else if (top && indent > topIndent && (childIndent < 0 || indent === childIndent)) {
      childIndent = indent;
      child = { value: value.trim(), firstLine: undefined };
      top.children.set(name, child);
    }
  }
  return { firstLine: text.slice(0, 200).split(/\r?\n/, 1)[0] ?? '', keys };
}

/** The first key of a mapping in flow style: `{units: [...]}`. */
function flowChildren(value: string): Map<string, OutlineChild> {
  const name = /^\{ *["']?(\w{1,100})["']? *:/.exec(value)?.[1];
  return new Map(name === undefined ? [] : [[name, { value: '[', firstLine: undefined }]]);
}

function* linesOf(text: string): Iterable<string> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    // Keys stand at the start of a line; the rest of a line of megabytes says nothing.
    const line = text.slice(start, Math.min(end, start + 2000));
    yield line.endsWith('\r') ? line.slice(0, -1) : line;
    start = end + 1;
  }
}
