/**
 * What a provider computes, by type: `aws_instance`, and `data.aws_ami` for a data source. `*` holds for every type
 * of the table; a data source without a line of its own takes that of the resource with its name.
 *
 * A line is a list of `path=form`, or `path` alone where the attribute's name says enough (see `form-by-name.ts`).
 * `[]` behind a name is a list of blocks: `network_interface[].network_ip=ipv4`. Forms are explained in
 * `placeholder.ts`; `null` is an optional attribute that nothing computes.
 */
export type TypeTable = Readonly<Record<string, string>>;

/** One step into a value. */
export interface Segment {
  readonly name: string;
  /** It is a list of objects. */
  readonly isList: boolean;
}

/** An attribute that the provider computes. */
export interface AttributeForm {
  readonly path: readonly Segment[];
  readonly form: string;
}

/** Attributes of one type by their path, without indexes: `network_interface.network_ip`. */
export type TypeForms = ReadonlyMap<string, AttributeForm>;

/** Reads a line of a table. */
export function parseForms(line: string, formByName: (name: string) => string): [string, AttributeForm][] {
  return line.split(' ').map((entry) => {
    const at = entry.indexOf('=');
    const path = (at < 0 ? entry : entry.slice(0, at)).split('.').map(parseSegment);
    const last = path.at(-1)?.name ?? '';
    const form = at < 0 ? formByName(last) : entry.slice(at + 1);
    return [path.map(({ name }) => name).join('.'), { path, form }];
  });
}

function parseSegment(text: string): Segment {
  return text.endsWith('[]') ? { name: text.slice(0, -2), isList: true } : { name: text, isList: false };
}
