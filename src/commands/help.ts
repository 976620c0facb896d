import { exitCodes } from '../model/exit-code.ts';

/** What `windtunnel --help` prints. */
export function help(): string {
  const codes = Object.values(exitCodes).map(({ code, meaning }) => `  ${code}  ${meaning}`);
  return `windtunnel: tries out cluster definitions before anyone applies them

Usage: windtunnel COMMAND [OPTIONS]

Commands:
  check [PATH ...]   render, translate, merge, validate and look inside everything found (the main job)
  render [ENTRY ...] write what the machines of Terraform modules would receive
  matrix [PATH ...]  list the entries that Terraform modules make
  report FILE ...    join reports that were written as json, print and post them
  explain [CHECK]    what a check looks for, why, how to mend it, with an example
  init               write a commented windtunnel.yaml and a workflow for GitHub Actions

  windtunnel COMMAND --help has each command's options, windtunnel --version the version.

Exit codes:
${codes.join('\n')}
`;
}
