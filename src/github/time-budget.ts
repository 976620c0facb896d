/** Time and waiting, passed in so that tests do not wait. */
export interface Clock {
  /** Milliseconds since 1970, as `Date.now` counts them. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** How often and how long GitHub is tried before a job goes on without. */
export interface Limits {
  /** Times that one thing is tried. */
  readonly tries: number;
  /** Milliseconds for everything that is posted, waiting included. */
  readonly total: number;
  /** Milliseconds for one answer. */
  readonly answer: number;
}

export const usualLimits: Limits = { tries: 4, total: 180_000, answer: 30_000 };

/** What is left of the time for posting. */
export class TimeBudget {
  readonly limits: Limits;
  readonly now: Clock['now'];
  readonly #sleep: Clock['sleep'];
  readonly #end: number;

  constructor({ now, sleep }: Clock, limits: Limits) {
    this.limits = limits;
    this.now = now;
    this.#sleep = sleep;
    this.#end = now() + limits.total;
  }

  /** Milliseconds; 0 when all is spent. */
  left(): number {
    return Math.max(0, this.#end - this.now());
  }

  /** Waits, if that leaves time to do something after it; false when it does not. */
  async wait(milliseconds: number): Promise<boolean> {
    if (milliseconds >= this.left()) return false;
    if (milliseconds > 0) await this.#sleep(milliseconds);
    return true;
  }
}
