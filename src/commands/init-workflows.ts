/** The Action, as a workflow names it. */
export const actionReference = 'windtunnel/windtunnel@v0';

/** Checks every pull request and the main branch, and comments on pull requests from the repository itself. */
export const pullRequestWorkflow = `name: windtunnel
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
concurrency:
  group: windtunnel-\${{ github.event.pull_request.number || github.run_id }}
  cancel-in-progress: true
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      # For the comment. Of a pull request from a fork the token may only read, whatever stands here.
      pull-requests: write
    steps:
      - uses: actions/checkout@fbc6f3992d24b796d5a048ff273f7fcc4a7b6c09 # v5.1.0
        with:
          # The commit that the pull request starts from is the one below: the report is compared with it.
          fetch-depth: 2
          persist-credentials: false
      - id: check
        uses: ${actionReference}
      - if: \${{ !cancelled() && steps.check.outputs.report != '' }}
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: windtunnel-report
          path: \${{ steps.check.outputs.report }}
      - if: \${{ !cancelled() && steps.check.outputs.report != '' }}
        uses: ${actionReference}
        with:
          mode: report
          reports: \${{ steps.check.outputs.report }}
          # The check has shown them.
          annotations: false
          summary: false
`;

/** Comments on pull requests from forks, with a token that may write; beside {@link pullRequestWorkflow}. */
export const forkWorkflow = `name: windtunnel forks
# Runs on the default branch, with a token that may write: nothing of the pull request is checked out or run here.
on:
  workflow_run:
    workflows: [windtunnel]
    types: [completed]
permissions: {}
jobs:
  report:
    # Pull requests from this repository have got their comment already.
    if: >-
      github.event.workflow_run.event == 'pull_request' &&
      contains(fromJSON('["success", "failure"]'), github.event.workflow_run.conclusion) &&
      github.event.workflow_run.head_repository.full_name != github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      # For the artifact of the other run.
      actions: read
      pull-requests: write
    steps:
      - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with:
          name: windtunnel-report
          path: \${{ runner.temp }}/windtunnel-report
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - id: report
        uses: ${actionReference}
        with:
          mode: report
          reports: \${{ runner.temp }}/windtunnel-report/report.json
          annotations: false
      # What was found makes the run of the pull request fail. This one fails where it could not be posted.
      - if: \${{ steps.report.outputs.comment == 'failed' }}
        run: exit 1
`;
