import type { Values } from '../../rendered-values.ts';
import { Configuration } from '../configuration.ts';
import { oid, sequence, set } from './der.ts';
import type { Node } from './der-node.ts';
import { ia5, text } from './der-values.ts';

/**
 * The distinguished name that a `subject` block asks for, in the order in which Go writes its parts:
 * https://pkg.go.dev/crypto/x509/pkix#Name.ToRDNSequence
 */
export function subjectName(block: Values): Node {
  const config = new Configuration({ config: block, unknown: [], type: 'subject' });
  const parts = attributes.map(([name, type, write]) => {
    const values = name === 'street_address' ? config.texts(name) : [config.text(name) ?? ''];
    return values.filter((value) => value !== '').map((value) => sequence(oid(type), write(value)));
  });
  return sequence(...parts.filter((values) => values.length > 0).map((values) => set(...values)));
}

// https://www.itu.int/rec/T-REC-X.520
const attributes = [
  ['country', '2.5.4.6', text],
  ['organization', '2.5.4.10', text],
  ['organizational_unit', '2.5.4.11', text],
  ['locality', '2.5.4.7', text],
  ['province', '2.5.4.8', text],
  ['street_address', '2.5.4.9', text],
  ['postal_code', '2.5.4.17', text],
  ['common_name', '2.5.4.3', text],
  ['serial_number', '2.5.4.5', text],
  ['email_address', '1.2.840.113549.1.9.1', ia5],
] as const;
