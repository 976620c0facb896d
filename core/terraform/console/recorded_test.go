package console

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

const recordings = "../../../test/terraform/functions"

// recording is what the terraform executable answers to an expression.
type recording struct {
	Expression string `json:"expression"`
	terraform.Evaluated
}

// TestRecorded compares with what terraform console answers;
// scripts/terraform/record-functions.ts asks it again.
func TestRecorded(t *testing.T) {
	folder, err := filepath.Abs(recordings + "/workspace")
	if err != nil {
		t.Fatal(err)
	}
	var reasons map[string]string
	readJSON(t, recordings+"/differences.json", &reasons)
	groups, err := filepath.Glob(recordings + "/recorded/*.generated.json")
	if err != nil || len(groups) < 7 {
		t.Fatalf("recordings: %v, %v", groups, err)
	}
	for _, group := range groups {
		var recorded struct{ Values []recording }
		readJSON(t, group, &recorded)
		expressions := make([]string, len(recorded.Values))
		for i, each := range recorded.Values {
			expressions[i] = each.Expression
		}
		ours := Evaluate(terraform.EvaluateParams{Expressions: expressions, Folder: folder}, []string{folder})
		for i, each := range recorded.Values {
			compare(t, each, withoutFolder(ours.Values[i], folder), reasons)
		}
	}
	for expression := range reasons {
		t.Errorf("differences.json names %s, which is the same", expression)
	}
}

// withoutFolder names templates as Terraform does, from the folder of the root
// module on.
func withoutFolder(value terraform.Evaluated, folder string) terraform.Evaluated {
	if value.Error != nil {
		words := strings.ReplaceAll(*value.Error, folder+"/", "")
		value.Error = &words
	}
	return value
}

func compare(t *testing.T, theirs recording, ours terraform.Evaluated, reasons map[string]string) {
	t.Helper()
	want, got := inWords(theirs.Evaluated), inWords(ours)
	if want == got {
		return
	}
	if _, isKnown := reasons[theirs.Expression]; isKnown {
		delete(reasons, theirs.Expression)
		return
	}
	t.Errorf("%s\nterraform: %s\nours:      %s", theirs.Expression, want, got)
}

// givenType and inOldWords take back what newer releases of go-cty say better:
// which type was given, and "any single type" for "dynamic".
var givenType = regexp.MustCompile(`( required), but have [a-z ]+(?:\.|$)`)
var inOldWords = strings.NewReplacer("of dynamic required", "of any single type required")

func inWords(value terraform.Evaluated) string {
	said, _ := json.Marshal(value)
	if value.Error != nil {
		said = []byte(inOldWords.Replace(givenType.ReplaceAllString(strings.Join(strings.Fields(*value.Error), " "), "$1.")))
	}
	return string(said)
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(content, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}
