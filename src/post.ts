/** Posting, apart from `main.ts`: GitHub's client is read by those who post, and nobody else. */
export { postRun } from './github/post-run.ts';
