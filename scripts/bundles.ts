import { type BuildOptions, type BuildResult, build } from 'esbuild';

const options = {
  entryPoints: ['src/cli.ts', 'src/worker.ts', 'src/action.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // Readable names: a defect reported from a user's machine should say where it is.
  keepNames: true,
  legalComments: 'none',
  metafile: true,
  // Bundled CommonJS packages ask for Node's modules by `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Bundles each entry into one file of `dist/`, or only in memory. */
export function buildBundles(write: boolean): Promise<BuildResult<typeof options>> {
  return build({ ...options, write });
}

/** Names of the npm packages whose code is in a bundle, sorted. */
export async function bundledPackages(): Promise<string[]> {
  const { metafile } = await buildBundles(false);
  const names = Object.keys(metafile.inputs).flatMap(
    (input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}
