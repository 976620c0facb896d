const lower = 1;
const upper = 2;
const digit = 4;
const dash = 8;
const dot = 16;
const underscore = 32;

const classes = new Uint8Array(128);
for (let code = 0; code < 26; code += 1) {
  classes[97 + code] = lower;
  classes[65 + code] = upper;
}
for (let code = 48; code < 58; code += 1) classes[code] = digit;
classes[45] = dash;
classes[46] = dot;
classes[95] = underscore;

const labelInside = lower | digit | dash;
const labelEnd = lower | digit;
const qualifiedInside = lower | upper | digit | dash | dot | underscore;
const qualifiedEnd = lower | upper | digit;

function is(text: string, at: number, allowed: number): boolean {
  return ((classes[text.charCodeAt(at)] ?? 0) & allowed) !== 0;
}

function every(text: string, from: number, to: number, allowed: number): boolean {
  for (let at = from; at < to; at += 1) if (!is(text, at, allowed)) return false;
  return true;
}

/** Lower case letters, digits and dashes between `from` and `to`, no dash at either end. */
export function isLabelText(text: string, from = 0, to = text.length): boolean {
  return (
    to > from && is(text, from, labelEnd) && is(text, to - 1, labelEnd) && every(text, from, to, labelInside)
  );
}

/** Labels with dots between them. */
export function isSubdomainText(text: string): boolean {
  let from = 0;
  for (let to = text.indexOf('.'); to >= 0; to = text.indexOf('.', from)) {
    if (!isLabelText(text, from, to)) return false;
    from = to + 1;
  }
  return isLabelText(text, from);
}

/** Letters, digits, `-`, `_` and `.`, with a letter or digit at both ends. */
export function isQualifiedText(text: string): boolean {
  const end = text.length;
  return (
    end > 0 &&
    is(text, 0, qualifiedEnd) &&
    is(text, end - 1, qualifiedEnd) &&
    every(text, 0, end, qualifiedInside)
  );
}

/** Letters, digits, `-`, `_` and `.` in any order. */
export function isKeyText(text: string): boolean {
  return text.length > 0 && every(text, 0, text.length, qualifiedInside);
}

/** True for a lower case letter at the start. */
export function startsWithLetter(text: string): boolean {
  return is(text, 0, lower);
}
