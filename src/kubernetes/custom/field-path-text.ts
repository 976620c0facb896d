const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  "'": "'",
  '\\': '\\',
};

/** The keys of `.spec.x['a.b']`; undefined when it is written in another way. */
export function readFieldPath(text: string): string[] | undefined {
  const steps: string[] = [];
  const step = /\.?([^.[\]']+)|\.?\['((?:[^'\\]|\\.)*)'\]/y;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (!found) return undefined;
    const quotedStep = found[2];
    if (quotedStep === undefined) {
      steps.push(found[1] ?? '');
      continue;
    }
    if (/\\[^abfnrtv'\\]/.test(quotedStep)) return undefined;
    steps.push(quotedStep.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter));
  }
  return steps;
}
