/** The command was used wrongly: says how, and what to do instead. Ends with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
