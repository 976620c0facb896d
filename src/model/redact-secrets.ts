import type { LocatedProblem } from './finding.ts';
import { startFinder } from './secret-starts.ts';

/** Shorter ones stand in ordinary words by chance. */
export const shortestSecret = 6;

/** A line of a key, or the start of a secret that a message cuts short, tells it from ordinary text. */
const telling = 16;

/** Characters of a secret's start that give it away where a message is cut: go-yaml shows seven of any value. */
const cutStart = 4;

/** Stands for a secret until all are found; no text of a message has it. */
const mark = '\0';

/**
 * Takes secret values out of what is said: as they are, as base64, also inside of a longer text, escaped as in JSON,
 * single lines of them, and what a message shows of one that it cuts short.
 */
export function secretRedactor(secrets: readonly string[]): (said: string) => string {
  const forms = [...new Set(secrets.filter(({ length }) => length >= shortestSecret).flatMap(formsOf))].sort(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  );
  const long = forms.filter(({ length }) => length >= 2 * telling);
  const mayHoldOne = startFinder(forms);
  const withoutForms = (said: string): string => {
    const whole = forms.reduce((text, form) => text.replaceAll(form, mark), said);
    return long.reduce(withoutStart, whole);
  };
  return (said) =>
    withoutCut(mayHoldOne(said) ? withoutForms(said) : said, forms).replaceAll(mark, '(secret)');
}

/** Problems of one matrix entry without the entry's secrets. */
export function redactProblems(
  problems: readonly LocatedProblem[],
  secrets: readonly string[],
): readonly LocatedProblem[] {
  if (problems.length === 0 || secrets.length === 0) return problems;
  const redact = secretRedactor(secrets);
  return problems.map((problem) => ({
    ...problem,
    message: redact(problem.message),
    ...(problem.fix !== undefined && { fix: redact(problem.fix) }),
    ...(problem.rendered !== undefined && { rendered: redact(problem.rendered) }),
    ...(problem.related && {
      related: problem.related.map((one) => ({ ...one, message: redact(one.message) })),
    }),
  }));
}

function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const escaped = JSON.stringify(secret).slice(1, -1);
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const inBase64 = [0, 1, 2].map((before) => base64Inside(secret, before));
  return [secret, escaped, base64, ...inBase64, ...lines.filter(({ length }) => length >= telling)].filter(
    ({ length }) => length >= shortestSecret,
  );
}

/** What a text gives in base64 behind so many bytes, whatever stands before and after it. */
function base64Inside(text: string, before: number): string {
  const bytes = Buffer.from(text);
  const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}

function withoutStart(said: string, secret: string): string {
  const start = secret.slice(0, telling);
  let rest = said;
  let shown = '';
  for (let at = rest.indexOf(start); at >= 0; at = rest.indexOf(start)) {
    let length = telling;
    while (length < secret.length && rest[at + length] === secret[length]) length += 1;
    shown += `${rest.slice(0, at)}${mark}`;
    rest = rest.slice(at + length);
  }
  return shown + rest;
}

/** Takes the start of a secret away that stands before an ellipsis. */
function withoutCut(said: string, forms: readonly string[]): string {
  return said.replace(/[^\s.\u2026]+(?=\.\.\.|\u2026)/g, (word) => {
    // Longer starts are gone by now.
    for (let at = Math.max(0, word.length - 2 * telling); word.length - at >= cutStart; at += 1) {
      const end = word.slice(at);
      if (forms.some((form) => form.startsWith(end))) return `${word.slice(0, at)}${mark}`;
    }
    return word;
  });
}
