import type { TerminalIo } from './terminal-io.ts';

/** Short work needs no progress: it would only flicker. */
const quietMilliseconds = 1000;

/** Characters of the bar: with its counter it fits into a terminal of 40 columns. */
const barWidth = 20;

/** A bar and a counter on the standard error, for people who wait: only on a terminal, and only after a second. */
export class Progress {
  readonly #io: TerminalIo;
  readonly #wanted: boolean;
  readonly #started: number;
  #last = 0;

  constructor(io: TerminalIo, quiet: boolean) {
    this.#io = io;
    this.#wanted = !quiet && io.stderr.isTTY === true;
    this.#started = io.clock();
  }

  readonly show = (done: number, all: number): void => {
    const now = this.#io.clock();
    if (!this.#wanted || now - this.#started < quietMilliseconds || now - this.#last < 100) return;
    this.#last = now;
    const filled = all === 0 ? 0 : Math.round((barWidth * done) / all);
    const bar = '#'.repeat(filled).padEnd(barWidth, '.');
    this.#io.stderr.write(`\r\u001b[K[${bar}] ${done} of ${all}`);
  };

  /** Takes the counter away, so that nothing of it stands before the report. */
  clear(): void {
    if (this.#last > 0) this.#io.stderr.write('\r\u001b[K');
  }
}
