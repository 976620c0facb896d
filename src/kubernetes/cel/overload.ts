import {
  boolType,
  bytesType,
  type CelType,
  doubleType,
  durationType,
  dynType,
  intType,
  listType,
  mapType,
  nullType,
  opaqueType,
  optionalType,
  paramType,
  stringType,
  timestampType,
  typeType,
  uintType,
} from './types.ts';
import { CelError, type CelValue, typeNameOf } from './value.ts';

/** One way to call a function. */
export interface Overload {
  readonly name: string;
  /** `a.f(b)`: the first parameter stands before the dot. */
  readonly isMember: boolean;
  readonly params: readonly CelType[];
  readonly result: CelType;
  /** Minor of Kubernetes 1.x from which on definitions may use it; 0 for those that were always there. */
  readonly since: number;
  readonly call: (args: readonly CelValue[]) => CelValue;
}

/** Functions by their signatures: `string.startsWith(string): bool`, `size(list<A>): int`. */
export type Library = Readonly<Record<string, (...args: CelValue[]) => CelValue>>;

/** The overloads of a library. */
export function overloadsOf(library: Library, since = 0): Overload[] {
  return Object.entries(library).map(([signature, call]) => ({
    ...readSignature(signature),
    since,
    call: (args) => call(...args),
  }));
}

type Signature = Pick<Overload, 'name' | 'isMember' | 'params' | 'result'>;

/**
 * Reads a signature. A name with a dot that is no type is a function of its own: `ip.isCanonical(string): bool` is
 * written `ip::isCanonical`.
 */
function readSignature(text: string): Signature {
  const found = /^(?:([\w<>,.]+)\.)?([@\w:!?+*/%<=>&|[\]-]+)\((.*)\): (.+)$/.exec(text);
  if (!found) throw new Error(`not a signature: ${text}`);
  const [, target, name = '', params = '', result = ''] = found;
  const types = splitTypes(params).map(readType);
  return {
    name: name.replace('::', '.'),
    isMember: target !== undefined,
    params: target === undefined ? types : [readType(target), ...types],
    result: readType(result),
  };
}

const named: ReadonlyMap<string, CelType> = new Map([
  ['bool', boolType],
  ['int', intType],
  ['uint', uintType],
  ['double', doubleType],
  ['string', stringType],
  ['bytes', bytesType],
  ['null', nullType],
  ['dyn', dynType],
  ['type', typeType],
  ['duration', durationType],
  ['timestamp', timestampType],
  ['url', opaqueType('kubernetes.URL')],
  ['ip', opaqueType('net.IP')],
  ['cidr', opaqueType('net.CIDR')],
  ['quantity', opaqueType('kubernetes.Quantity')],
  ['semver', opaqueType('kubernetes.Semver')],
  ['format', opaqueType('kubernetes.NamedFormat')],
  ['A', paramType('A')],
  ['B', paramType('B')],
]);

function readType(text: string): CelType {
  const generic = /^(list|map|optional)<(.*)>$/.exec(text);
  const [first = dynType, second = dynType] = generic ? splitTypes(generic[2] ?? '').map(readType) : [];
  if (generic?.[1] === 'list') return listType(first);
  if (generic?.[1] === 'map') return mapType(first, second);
  if (generic) return optionalType(first);
  const type = named.get(text);
  if (!type) throw new Error(`not a type: ${text}`);
  return type;
}

/** Splits at the commas outside angle brackets. */
function splitTypes(text: string): string[] {
  return text === '' ? [] : text.split(/,(?![^<]*>)/).map((part) => part.trim());
}

/** Whether a value can be an argument for a parameter, as far as one looks at run time. */
export function accepts(param: CelType, value: CelValue): boolean {
  if (param.kind === 'dyn' || param.kind === 'param') return true;
  return param.kind === 'object' ? typeNameOf(value) === 'object' : param.name === typeNameOf(value);
}

/** The error of a call for whose arguments there is no overload. */
export function noOverload(): CelError {
  return new CelError('no such overload');
}
