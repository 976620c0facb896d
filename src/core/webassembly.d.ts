// The part of the WebAssembly JavaScript interface that the host uses: Node's own types leave it out, and the
// browser's types would bring everything else of a browser.
// https://webassembly.github.io/spec/js-api/
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  type Imports = Record<string, Record<string, (...args: never[]) => unknown>>;
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
}

declare var WebAssembly: {
  compile(bytes: Uint8Array): Promise<WebAssembly.Module>;
  Module: { imports(module: WebAssembly.Module): { module: string; name: string; kind: string }[] };
  Instance: new (module: WebAssembly.Module, imports: WebAssembly.Imports) => WebAssembly.Instance;
};
