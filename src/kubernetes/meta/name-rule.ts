/** What names of one sort may look like. */
export interface NameRule {
  readonly test: (name: string) => boolean;
  /** What is allowed, to stand behind "must be": `a DNS label: lower case letters, digits and "-", ...`. */
  readonly words: string;
}
