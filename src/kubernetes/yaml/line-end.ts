/** A text that ends in a line feed, as Kubernetes' line reader makes it and our scanner relies on. */
export function withLineEnd(text: string): string {
  // `join` makes one string; a template would make a pair of two, whose characters are slow to get.
  return text.endsWith('\n') ? text : [text, '\n'].join('');
}
