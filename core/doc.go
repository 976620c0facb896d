// Command core puts the upstream readers of machine configs behind one
// function: a JSON request goes in, a JSON response comes out.
//
// It holds adapters, and the Terraform evaluator (./terraform). Butane, the Container Linux Config transpiler,
// Ignition 2.x and 3.x and the shell parser are linked as they were released
// (see go.mod), so what they accept, refuse and render here is what the
// executables of the same versions accept, refuse and render. Two details of
// Go's own library are changed while building for WebAssembly, because they
// show in what Butane gives: see scripts/go-overlay.ts.
//
// It is built twice from the same sources: as a WebAssembly reactor that the
// TypeScript side ships and calls (main_wasip1.go), and as a native program
// that the fidelity test compares with it (main_native.go).
//
// # Calling
//
// A request is {"method": string, "params": object}; the response is
// {"result": object} or {"error": {"kind": "usage"|"panic", "message": string}}.
// A config that is wrong is a result. The parameters and the result of a method
// are the structs named <method>Params and <method>Result beside it:
//
//	butane.translate   butane.go    Butane YAML to Ignition JSON
//	clc.convert        clc.go       Container Linux Config to Ignition 2.3.0 JSON
//	ignition.validate  ignition.go  Ignition JSON of any version
//	ignition.merge     merge.go     snippets onto a base config
//	shell.parse        shell.go     syntax of a bash or POSIX script
//	core.versions      versions.go  what is linked
//	terraform.load     terraform_methods.go  what one module declares
//	terraform.render   terraform_methods.go  a root module, evaluated with all below it
//	terraform.evaluate terraform_methods.go  expressions, one by one
//
// While terraform.render runs, the host is asked for the attributes of each
// resource (host_wasip1.go): JSON goes out, JSON comes back, and the host may
// call again meanwhile.
//
// The same request always gets the same response, byte for byte.
//
// Left out on purpose:
//   - Opinions. What a finding means, and whether it matters, is decided by the
//     checks in TypeScript; entries are passed on with upstream's own words.
//   - Fetching. Nothing here opens a socket or starts a process. Local files
//     and trees go through the ordinary file functions, which on WebAssembly
//     reach only the directory that the host mounts.
//   - Config fetched at boot (`ignition.config.merge` and `replace` with a
//     source): only what the documents themselves hold is merged.
package main
