import { describe, expect, it } from 'vitest';
import { Progress } from '../../src/commands/progress.ts';

/** What a person sees who watches at these milliseconds: the last thing that stands on the line. */
function watch(
  times: readonly number[],
  all: number,
  stderr: { readonly isTTY?: boolean } = { isTTY: true },
) {
  let written = '';
  let now = 0;
  const io = {
    stdout: { write: () => true },
    stderr: {
      ...stderr,
      write: (text: string) => {
        written += text;
      },
    },
    env: {},
    cwd: '/',
    today: '2026-01-01',
    clock: () => now,
  };
  const progress = new Progress(io, false);
  times.forEach((time, index) => {
    now = time;
    progress.show(index + 1, all);
  });
  const seen = written.split('\r\u001b[K').at(-1);
  progress.clear();
  return { seen, isCleared: written === '' || written.endsWith('\r\u001b[K') };
}

describe('progress', () => {
  it('is a bar and a counter', () => {
    expect(watch([1100, 1300, 1500], 4)).toEqual({ seen: '[###############.....] 3 of 4', isCleared: true });
  });

  it('says nothing in the first second, and nothing where nobody looks', () => {
    expect(watch([100, 900], 4).seen).toBe('');
    expect(watch([1100, 2000], 4, {}).seen).toBe('');
  });

  it('does not flicker', () => {
    expect(watch([1100, 1110, 1120], 4).seen).toBe('[#####...............] 1 of 4');
  });
});
