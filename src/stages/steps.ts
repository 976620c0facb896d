import type { Job } from './job.ts';

/** Counts what is done of a run in entries, for people who wait. Rendering is half of an entry's work. */
export class Steps {
  readonly #files: number;
  readonly #rendered: number;
  readonly #tell: (done: number, all: number) => void;
  #done = 0;
  /** What one machine of a rendered cluster counts. */
  #share = 0;
  #left = 0;

  /** @param rendered how many entries are rendered before they are checked */
  constructor(files: number, rendered: number, tell: (done: number, all: number) => void) {
    this.#files = files;
    this.#rendered = rendered;
    this.#tell = tell;
  }

  /** All is rendered: so many machines are left to check. */
  checks(machines: number): void {
    this.#left = machines;
    this.#share = machines === 0 ? 0 : this.#rendered / 2 / machines;
  }

  done(job: Job): void {
    if (job.kind === 'render') this.#done += 0.5;
    else if (job.kind === 'machine' && this.#left > 0) {
      this.#left -= 1;
      this.#done += this.#share;
    } else if (job.kind === 'machine') this.#done += 1;
    else if (job.kind === 'manifests')
      this.#done += job.items.filter(({ entry }) => entry.source === 'files').length;
    const all = this.#files + this.#rendered;
    this.#tell(Math.min(Math.floor(this.#done), all), all);
  }
}
