/** What names of one sort may look like. */
export interface NameRule {
  readonly test: (name: string) => boolean;
  /** What is allowed, to stand behind "must be": `a DNS label: lower case letters, digits and "-", ...`. */
  readonly words: string;
  /**
   * What `generateName` may look like; without it, as a name, and a dash at the end is allowed.
   * The rule is `ValidateNameFunc` of k8s.io/apimachinery/pkg/api/validation.
   */
  readonly testPrefix?: (prefix: string) => boolean;
}
