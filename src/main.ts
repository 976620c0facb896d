/** The program itself, apart from `cli.ts`: that one starts a worker while this one is still being read. */
export { main } from './commands/main.ts';
