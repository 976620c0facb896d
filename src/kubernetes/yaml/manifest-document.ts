import type { ManifestCheckId } from '../problem.ts';
import type { JsonValue } from '../value.ts';

/** One document of a stream, read as `kubectl` and the API server read it. */
export interface ManifestDocument {
  /** UTF-16 offset of its first character in the text; `end` is behind its last. */
  readonly start: number;
  readonly end: number;
  /** Undefined when it is empty or cannot be read. */
  readonly value: JsonValue | undefined;
  readonly problems: readonly ReadProblem[];
}

/** Something that reading itself complains of; offsets are UTF-16 units of the whole text. */
export interface ReadProblem {
  readonly check: Extract<
    ManifestCheckId,
    'schema/yaml-syntax' | 'schema/duplicate-key' | 'schema/lost-text'
  >;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly fix?: string;
}
