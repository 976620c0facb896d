package module

import "github.com/hashicorp/hcl/v2"

// Parse reads the bytes of a .tf or .tfvars file, or of one that ends in .json;
// what is nested too deeply is refused. The body may be nil after an error.
func Parse(file string, src []byte) (hcl.Body, hcl.Diagnostics) { return parse(file, src) }
