// Package evaluate walks a root module and all modules below it, as Terraform
// plans them, and gives the value of every resource instance and output.
//
// A node stands for one variable, local, output, resource, check or module call
// of the configuration, and holds its value in every instance of its module, so
// that cycles are those of Terraform. Nodes are visited with a stack of our own:
// a chain of references may be as long as it likes.
//
// Whatever fails gives a diagnostic once and a value that is not known; what
// needs it is not known either and says nothing.
//
// Left out: state and drift, provider schemas (the host emulates resources),
// `import`, `moved` and `removed` blocks, provisioners of destruction.
package evaluate
