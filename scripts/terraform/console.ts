import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What `terraform console` prints for an expression, and what it has against it. */
export interface ConsoleAnswer {
  readonly printed: string;
  /** Summary and detail of the first error on one line; null without one. */
  readonly error: string | null;
}

/**
 * Asks the `terraform` executable for expressions, one a line, in a copy of a root module. One console answers all of
 * them: it goes on after an error only at a terminal, which `script` of util-linux gives it.
 */
export async function askConsole(
  workspace: string,
  expressions: readonly string[],
): Promise<readonly ConsoleAnswer[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-console-'));
  try {
    cpSync(workspace, folder, { recursive: true });
    const settings = path.join(folder, '.terraformrc');
    writeFileSync(settings, '');
    const env = { ...process.env, TF_CLI_CONFIG_FILE: settings, CHECKPOINT_DISABLE: '1' };
    execFileSync('terraform', ['init', '-input=false'], { cwd: folder, env, stdio: 'ignore' });
    const command = 'stty -echo cols 9999; terraform console -no-color';
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, env });
    return (await converse(child, expressions)).map(readAnswer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The console draws its line again at every character; an answer stands between the line's end and the next prompt.
const prompt = '\r>  \b';
const beginOfDrawing = '\u001b[J';

/** Types each expression when the one before it is answered: a terminal keeps no more than 4 KiB that nobody reads. */
function converse(child: ChildProcess, expressions: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const answers: string[] = [];
    let typed = 0;
    let pending = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      pending += chunk;
      if (!pending.endsWith(prompt)) return;
      const answer = pending.slice(pending.indexOf('\r\n') + 2, pending.lastIndexOf(`\r\n${beginOfDrawing}`));
      if (typed > 0 && !pending.includes('\r\n')) return;
      if (typed > 0) answers.push(answer);
      pending = '';
      child.stdin?.write(`${expressions[typed] ?? 'exit'}\r`);
      typed++;
    });
    child.on('error', reject);
    child.on('close', () => resolve(answers));
  });
}

function readAnswer(said: string): ConsoleAnswer {
  const printed = said.replaceAll('\r\n', '\n').trim();
  const found = /^Error: (.*)/.exec(printed);
  if (!found) return { printed, error: null };
  const [, detail = ''] = printed.split('(source code not available)\n');
  const [first = ''] = detail.split(/\n\n+Error: /);
  // Terraform prints its stack when a function panics.
  const [words = ''] = `${found[1]}: ${first}`.split(/\s+goroutine \d+ \[/);
  return { printed, error: oneLine(words) };
}

/** Terraform wraps its lines: what is compared has single spaces. */
export function oneLine(said: string): string {
  return said.replace(/\s+/g, ' ').trim();
}
