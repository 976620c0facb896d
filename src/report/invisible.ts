// What a reader cannot see but a terminal, a browser or a parser acts on: C0 and C1 controls, bidi controls and
// other format characters, lone surrogates, line and paragraph separators, non-characters, fillers. Variation
// selectors 15 and 16 stay, and so do joiners inside an emoji.
const invisible =
  /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}](?<!(?:\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}\ufe0f])\u200d(?=\p{Extended_Pictographic}))/gu;

const plain = /^[\x20-\x7e]*$/;

/** Replaces what is invisible, each character as `write` has it. */
export function replaceInvisible(text: string, write: (character: string) => string): string {
  // Nearly all text is plain, and the class above costs a hundred times this one.
  if (plain.test(text)) return text;
  return text.replace(/[^\x20-\x7e]+/g, (run) => run.replace(invisible, write));
}

/**
 * Writes every invisible character, line ends included, as `\u{202e}`: what comes back is one line that cannot
 * hide anything (https://trojansource.codes).
 */
export function showInvisible(text: string): string {
  return replaceInvisible(text, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
