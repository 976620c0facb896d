/** Placeholder while the reader is written. */
export interface YamlDocument {
  readonly text: string;
}
