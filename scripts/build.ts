import { buildBundles } from './bundles.ts';

// `core.wasm.br` of the same folder is made by build-core.ts.
await buildBundles(true);
