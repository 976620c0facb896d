import { type BuildOptions, build } from 'esbuild';

const options: BuildOptions = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  // Names stay: a defect reported from a user's machine should say where it is.
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

// The Action's toolkit holds CommonJS packages, which ask for Node's modules by `require`.
const withRequire = {
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

// Bundles that others load when they need them.
const loadedLater = ['./main.js', './post.js'];

/** Bundles each entry into one file of `dist/`, or only in memory; gives the paths of all files that went in. */
export async function buildBundles(write: boolean): Promise<string[]> {
  const results = await Promise.all([
    build({
      ...options,
      write,
      entryPoints: ['src/cli.ts', 'src/main.ts', 'src/worker.ts', 'src/post.ts'],
      external: loadedLater,
    }),
    build({ ...options, ...withRequire, write, entryPoints: ['src/action.ts'], external: loadedLater }),
  ]);
  return results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
}

/** Names of the npm packages whose code is in a bundle, sorted. */
export async function bundledPackages(): Promise<string[]> {
  const inputs = await buildBundles(false);
  const names = inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  return [...new Set(names)].sort();
}
