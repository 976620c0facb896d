package evaluate

import (
	"fmt"
	"strings"
	"testing"
)

// chain is a list of local values, each made of the one before.
func chain(first, next string, length int) string {
	var archive strings.Builder
	fmt.Fprintf(&archive, "locals {\n  l0 = %s\n", first)
	for index := range length {
		said := strings.ReplaceAll(next, "BEFORE", fmt.Sprintf("local.l%d", index))
		fmt.Fprintf(&archive, "  l%d = %s\n", index+1, said)
	}
	return archive.String() + "}\n"
}

func TestValuesThatGrowThroughLocals(t *testing.T) {
	for name, archive := range map[string]string{
		"lists":     chain(`["a"]`, "[BEFORE, BEFORE]", 30),
		"objects":   chain(`{ a = 1 }`, "{ a = BEFORE, b = BEFORE }", 30),
		"numbers":   chain("1048576", "BEFORE * BEFORE", 30) + "output \"x\" {\n  value = upper(local.l30)\n}\n",
		"fractions": chain("1048576", "1 / BEFORE / BEFORE / BEFORE", 60),
		"texts":     chain(`join("", [for i in range(1000) : "0123456789"])`, `"${BEFORE}${BEFORE}"`, 30),
		"copies": chain(`join("", [for i in range(1000) : join("", [for j in range(100) : "0123456789"])])`,
			`"x${BEFORE}"`, 200),
	} {
		t.Run(name, func(t *testing.T) {
			if result := expectLimit(t, archive); len(result.Diagnostics) > 3 {
				t.Errorf("%d diagnostics", len(result.Diagnostics))
			}
		})
	}
}
