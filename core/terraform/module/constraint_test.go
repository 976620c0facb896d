package module

import "testing"

// What Terraform 1.11 takes and refuses.
func TestConstraints(t *testing.T) {
	for said, want := range map[string]bool{
		">= 1.5, < 2.0": true, "~>1.2": true, "v1.0": true, "1": true, "!= 1.0.0-beta.1+build.5": true, "= 1.0.0-rc1": true, " 1.2.3.4 ": true,
		"": false, "latest": false, "> 1.0 < 2": false, "~>1, ": false, "1.x": false, "^1.0": false, ">= ": false, "1..2": false,
	} {
		if got := isConstraint(said); got != want {
			t.Errorf("%q: got %v", said, got)
		}
	}
}

func TestProviderSources(t *testing.T) {
	for said, want := range map[string]bool{
		"aws": true, "hashicorp/aws": true, "registry.example.com/acme/cloud-2": true, "localhost:8080/acme/cloud": true,
		"": false, "a/b/c/d": false, "acme/": false, "/cloud": false, "acme/cl_oud": false, "-acme/cloud": false, "acme/terraform-provider-cloud": false,
	} {
		if got := isProviderSource(said); got != want {
			t.Errorf("%q: got %v", said, got)
		}
	}
}
