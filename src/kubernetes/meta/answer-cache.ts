/**
 * Keeps answers by the text that they follow from, because the same policy, definition or request stands in many
 * files. It starts anew when its texts are too many: a hostile run has as many as it likes.
 */
export class AnswerCache<Answer> {
  readonly #answers = new Map<string, { readonly answer: Answer }>();
  readonly #mostCharacters: number;
  #characters = 0;

  /** @param mostCharacters that all texts may have together, in UTF-16 units */
  constructor(mostCharacters: number) {
    this.#mostCharacters = mostCharacters;
  }

  /** The answer of the last time, or undefined. */
  find(text: string): { readonly answer: Answer } | undefined {
    return this.#answers.get(text);
  }

  /** Remembers an answer, and gives it back. */
  keep(text: string, answer: Answer): Answer {
    // A longer one would push out all that do come again.
    if (text.length * 4 > this.#mostCharacters) return answer;
    if (this.#characters + text.length > this.#mostCharacters) {
      this.#answers.clear();
      this.#characters = 0;
    }
    this.#characters += text.length;
    this.#answers.set(text, { answer });
    return answer;
  }
}
