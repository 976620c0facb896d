package module

import (
	"testing"

	"windtunnel/core/terraform"
)

func TestLargeNumbersAreRefused(t *testing.T) {
	for name, each := range map[string]struct {
		file, src    string
		line, column int
	}{
		"exponent":    {"main.tf", "locals {\n  a = 1e600000000\n}\n", 2, 7},
		"in a text":   {"main.tf", "locals {\n  a = \"${1e6000000}\"\n}\n", 2, 10},
		"in a call":   {"main.tf", "locals {\n  a = upper(1e6000000)\n}\n", 2, 13},
		"small":       {"main.tf", "locals {\n  a = 1.5E-6000000\n}\n", 2, 7},
		"JSON":        {"main.tf.json", "{\"locals\": {\n  \"a\": [1, -2e6000000]}}", 2, 12},
		"JSON's text": {"main.tf.json", "{\"locals\": {\n  \"a\": \"${1e6000000}\"}}", 2, 8},
		"harmless":    {"main.tf", "locals {\n  a = \"commit 1e6000000\"\n  b = 1e300\n  c = \"1e6000000\"\n}\n", 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			m := load(t, "-- "+each.file+" --\n"+each.src)
			if each.line == 0 {
				if len(m.Diagnostics) > 0 {
					t.Errorf("says %+v", m.Diagnostics)
				}
				return
			}
			if len(m.Diagnostics) != 1 || m.Diagnostics[0].Code != terraform.Limit || m.Diagnostics[0].Range.Line != each.line ||
				m.Diagnostics[0].Range.Column != each.column {
				t.Fatalf("says %+v", m.Diagnostics)
			}
		})
	}
}
