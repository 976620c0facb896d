import { noOverload } from './overload.ts';
import { type CelValue, ListValue } from './value.ts';

/** `a + b`. A set of a schema gets what it has not; in a map list items of the same key are replaced. */
export function joinLists(a: CelValue, b: CelValue): ListValue {
  if (!(a instanceof ListValue) || !(b instanceof ListValue)) throw noOverload();
  const { semantics } = a;
  if (!semantics) return new ListValue([...a.items, ...b.items]);
  const items = [...a.items];
  const places = new Map(items.map((item, index) => [semantics.keyOf(item), index]));
  for (const item of b.items) {
    const key = semantics.keyOf(item);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, items.length);
      items.push(item);
    } else if (semantics.kind === 'map') {
      items[place] = item;
    }
  }
  return new ListValue(items, semantics);
}
