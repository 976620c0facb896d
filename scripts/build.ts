import { build } from 'esbuild';

/**
 * Bundles each entry into one file of `dist/`. `core.wasm.br` there is made by scripts/build-core.ts.
 */
await build({
  entryPoints: ['src/cli.ts', 'src/worker.ts', 'src/action.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  // Readable names: a stack trace from a user's machine should mean something.
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  // Parts that most runs do not need (ajv, the Action's toolkit) are loaded when somebody asks for them.
  splitting: true,
  // Bundled CommonJS packages ask for Node's modules by `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
