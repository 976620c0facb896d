package expression_test

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/functions"
)

// nested is a loop within loops, each over the same list.
func nested(loops int, inner string) string {
	return strings.Repeat("[for e in l : ", loops) + inner + strings.Repeat("]", loops)
}

// almostSpent leaves a tenth of what a rendering may visit.
func almostSpent(t *testing.T, list cty.Value) *world {
	t.Helper()
	w := newWorld(t, nil, map[string]cty.Value{"l": list})
	budget, half := functions.BudgetOf(w.context), cty.TupleVal(zeros(functions.MaxVisits*9/20))
	for range 2 {
		if isSpent, err := budget.Visit(half); isSpent {
			t.Fatal(err)
		}
		if isSpent, err := budget.Weigh(half); isSpent {
			t.Fatal(err)
		}
	}
	return w
}

func TestLoopsHaveAnEnd(t *testing.T) {
	for name, src := range map[string]string{
		"for":         "x = " + nested(3, "e"),
		"objects":     "x = {for e in l : e => {for f in l : f => {for g in l : g => g}}}",
		"directives":  "x = \"%{ for e in l }%{ for f in l }%{ for g in l }.%{ endfor }%{ endfor }%{ endfor }\"",
		"splats":      "x = [for e in l : [for f in l : l[*]]]",
		"in a call":   "x = length(" + nested(3, "e") + ")",
		"in a try":    "x = length(flatten([for e in l : [for f in l : [for g in l : try(g, 1)]]]))",
		"functions":   "x = [for e in l : [for f in l : [for g in slice(l, 0, 4) : contains(l, g)]]]",
		"comparisons": "x = [for e in l : [for f in l : [for g in slice(l, 0, 4) : l == l]]]",
		"doubling":    "x = (" + strings.Repeat("[for e in [[", 40) + "l" + strings.Repeat("]] : [e, e]]", 40) + ")",
	} {
		t.Run(name, func(t *testing.T) {
			w := almostSpent(t, numbers(1000))
			_, diags := w.eval(t, src)
			if len(diags) == 0 || len(diags) > 2 || !strings.Contains(diags.Error(), "windtunnel does not evaluate") {
				t.Errorf("says %d times %.300s", len(diags), diags)
			}
		})
	}
}

func TestLoopsWithinTheLimitAreNotCounted(t *testing.T) {
	w := newWorld(t, nil, map[string]cty.Value{"l": numbers(1000)})
	if _, diags := w.eval(t, "x = length([for e in l : [for f in slice(l, 0, 300) : f if f == e]])"); diags.HasErrors() {
		t.Error(diags)
	}
}

func zeros(count int) []cty.Value {
	elements := make([]cty.Value, count)
	for index := range elements {
		elements[index] = cty.Zero
	}
	return elements
}

func numbers(count int64) cty.Value {
	var elements []cty.Value
	for number := range count {
		elements = append(elements, cty.NumberIntVal(number))
	}
	return cty.TupleVal(elements)
}

func TestNumbersThatGrow(t *testing.T) {
	w := newWorld(t, nil, map[string]cty.Value{"n": cty.NumberIntVal(1 << 40)})
	square := "n"
	for range 8 {
		square = "(" + square + " * " + square + ")"
	}
	for src, want := range map[string]terraform.Code{
		"x = \"${" + square + "}\"":                terraform.Limit,
		"x = upper(" + square + ")":                terraform.Limit,
		"x = \"${n / 3 + n * n}\"":                 "",
		"x = \"${\"1e600000000\" * 1}\"":           terraform.Limit,
		"x = [for i in [1, 2] : \"1e-60000\" - 0]": terraform.Limit,
	} {
		_, diags := w.eval(t, src)
		if code := codeOf(diags); code != want {
			t.Errorf("%.40s gives the code %q: %v", src, code, diags)
		}
	}
}

func TestLongTuplesBecomeListsInTime(t *testing.T) {
	w := newWorld(t, nil, map[string]cty.Value{"l": numbers(20_000)})
	said, _ := w.text(t, "x = \"${length(join(\"\", [for e in l : \"x\"]))} ${length(toset([for e in l : \"x\"]))} ${length(tolist(l[*]))}\"")
	if said != "20000 1 20000" {
		t.Errorf("gives %s", said)
	}
}
