import { child, type FieldPath } from '../field-path.ts';
import { decodeBase64 } from '../meta/base64.ts';
import { entryText, map, text } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { base64Size, checkKeys, checkSize, textSize } from './config-map.ts';
import { checkSecretType } from './secret-type.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (ValidateSecret)

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const dataPath = child(undefined, 'data');
const stringDataPath = child(undefined, 'stringData');

/** Checks a Secret. */
export function checkSecret(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const values = new SecretValues(map(object, 'data'), map(object, 'stringData'));
  values.checkKeys(problems);
  checkSize(values.mostBytes(), () => values.bytes(), problems);
  checkSecretType(text(object, 'type'), values, map(map(object, 'metadata'), 'annotations'), problems);
}

/** The values of a Secret: `stringData` overwrites `data`. */
export class SecretValues {
  readonly #data: JsonObject | undefined;
  readonly #strings: JsonObject | undefined;

  constructor(data: JsonObject | undefined, strings: JsonObject | undefined) {
    this.#data = data;
    this.#strings = strings;
  }

  has(key: string): boolean {
    return (
      (this.#strings !== undefined && Object.hasOwn(this.#strings, key)) ||
      (this.#data !== undefined && Object.hasOwn(this.#data, key))
    );
  }

  /** The bytes of a value; undefined where its base64 is broken, which is reported elsewhere. */
  get(key: string): Buffer | undefined {
    if (this.#strings && Object.hasOwn(this.#strings, key)) return Buffer.from(entryText(this.#strings[key]));
    return decodeBase64(this.#data && Object.hasOwn(this.#data, key) ? this.#data[key] : undefined);
  }

  /** Where a value is written, or would be. */
  path(key: string): FieldPath {
    const inStrings = this.#strings !== undefined && Object.hasOwn(this.#strings, key);
    return child(inStrings ? stringDataPath : dataPath, key);
  }

  checkKeys(problems: Problems): void {
    if (this.#data) checkKeys(this.#data, dataPath, problems);
    if (this.#strings) checkKeys(this.#strings, stringDataPath, problems);
  }

  /** An upper limit of `bytes`. */
  mostBytes(): number {
    return base64Size(this.#data) + textSize(this.#strings);
  }

  bytes(): number {
    const keys = new Set([...Object.keys(this.#data ?? {}), ...Object.keys(this.#strings ?? {})]);
    let bytes = 0;
    for (const key of keys) bytes += this.get(key)?.length ?? 0;
    return bytes;
  }
}
