package evaluate

import (
	"testing"

	"windtunnel/core/terraform"
)

// What the host refuses is reported once, and what it cannot tell not at all.
func TestNothingIsReportedOfWhatTheHostCannotTell(t *testing.T) {
	w := newWorld(t, `
resource "refused_thing" "a" {
  size = "wrong"
}
data "asked_elsewhere" "b" {}
resource "fine_thing" "c" {
  first  = refused_thing.a.made.up[0]
  second = jsondecode(data.asked_elsewhere.b.body).address
  third  = "known"
}
output "all" {
  value = [fine_thing.c.third, fine_thing.c.first, fine_thing.c.second]
}
`)
	w.host.answers = map[string]terraform.ResourceAnswer{
		"refused_thing":   {Problems: []terraform.ResourceProblem{{Message: "The size is wrong.", Attribute: "size"}}},
		"asked_elsewhere": {Values: map[string]any{"id": "-"}, Unknown: []string{"body"}},
	}
	result := w.render()
	if len(result.Diagnostics) != 1 || result.Diagnostics[0].Message != "The size is wrong." {
		t.Errorf("diagnostics: %+v", result.Diagnostics)
	}
	all, isList := result.Outputs[0].Value.([]any)
	if !isList || len(all) != 3 || all[0] != "known" || all[1] != nil || all[2] != nil {
		t.Errorf("output: %#v", result.Outputs[0].Value)
	}
	if len(result.Outputs[0].Unknown) != 2 {
		t.Errorf("unknown: %v", result.Outputs[0].Unknown)
	}
}
