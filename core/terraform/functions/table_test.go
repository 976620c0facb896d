package functions

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/files"
)

// elsewhere are functions that the expression package has.
var elsewhere = map[string]bool{"templatefile": true, "templatestring": true}

type signature struct {
	Parameters []recordedParameter `json:"parameters"`
	Variadic   *recordedParameter  `json:"variadic_parameter"`
}

type recordedParameter struct {
	Name string          `json:"name"`
	Type json.RawMessage `json:"type"`
}

// TestEveryFunction holds names and parameters to what `terraform metadata
// functions` lists.
func TestEveryFunction(t *testing.T) {
	content, err := os.ReadFile("../../../test/terraform/functions/recorded/signatures.generated.json")
	if err != nil {
		t.Fatal(err)
	}
	var recorded struct{ Functions map[string]signature }
	if err := json.Unmarshal(content, &recorded); err != nil || len(recorded.Functions) < 118 {
		t.Fatalf("%d functions, %v", len(recorded.Functions), err)
	}
	table := Table(files.Reader{})
	for name, want := range recorded.Functions {
		if elsewhere[name] {
			continue
		}
		got, found := table[name]
		if !found {
			t.Errorf("%s is missing", name)
			continue
		}
		compareParameters(t, name, got, want)
		delete(table, name)
	}
	// Older than the executable, or newer: convert came after 1.11.
	for _, name := range []string{"list", "map", "convert"} {
		delete(table, name)
	}
	for name := range table {
		if IsInternal(name) {
			continue
		}
		t.Errorf("Terraform has no function %s", name)
	}
}

func compareParameters(t *testing.T, name string, got function.Function, want signature) {
	t.Helper()
	ours := got.Params()
	if len(ours) != len(want.Parameters) || (got.VarParam() == nil) != (want.Variadic == nil) {
		t.Errorf("%s takes %d parameters, want %d", name, len(ours), len(want.Parameters))
		return
	}
	for i, parameter := range want.Parameters {
		compareParameter(t, name, ours[i], parameter)
	}
	if want.Variadic != nil {
		compareParameter(t, name, *got.VarParam(), *want.Variadic)
	}
}

func compareParameter(t *testing.T, name string, got function.Parameter, want recordedParameter) {
	t.Helper()
	kind, err := json.Marshal(got.Type)
	isExpression := got.Type.IsCapsuleType()
	if got.Name != want.Name || !isExpression && (err != nil || string(kind) != string(want.Type)) {
		t.Errorf("%s: parameter %s of type %s, want %s of type %s", name, got.Name, kind, want.Name, want.Type)
	}
}

func TestNamespaced(t *testing.T) {
	both := Namespaced(map[string]function.Function{"upper": texts["upper"]})
	result, err := both["core::upper"].Call([]cty.Value{cty.StringVal("a")})
	if len(both) != 2 || err != nil || result.AsString() != "A" {
		t.Errorf("%v, %v", result, err)
	}
}
