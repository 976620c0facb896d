package module

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

// folderOf writes an archive, files behind lines of the form -- name --, the
// first of which is main.tf when it has none.
func folderOf(t *testing.T, archive string) string {
	t.Helper()
	folder := t.TempDir()
	name, lines := "main.tf", []string{}
	write := func() {
		if len(lines) > 0 || name != "main.tf" {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(strings.Join(lines, "\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, line := range strings.Split(strings.TrimPrefix(archive, "\n"), "\n") {
		if strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --") {
			write()
			name, lines = strings.Trim(line, "- "), nil
			continue
		}
		lines = append(lines, line)
	}
	write()
	return folder
}

func load(t *testing.T, archive string) *Module {
	t.Helper()
	return Load(folderOf(t, archive))
}

// loadSound fails the test on any diagnostic.
func loadSound(t *testing.T, archive string) *Module {
	t.Helper()
	m := load(t, archive)
	for _, said := range m.Diagnostics {
		t.Errorf("unexpected: %s", shown(said))
	}
	return m
}

// shown is a diagnostic as tests write it: 3:5-9 error unsupported: message.
func shown(said terraform.Diagnostic) string {
	text := fmt.Sprintf("%s %s: %s", said.Severity, said.Code, said.Message)
	at := said.Range
	if at == nil {
		return text
	}
	end := fmt.Sprint(at.EndColumn)
	if at.EndLine != at.Line {
		end = fmt.Sprintf("%d:%d", at.EndLine, at.EndColumn)
	}
	file := path.Base(at.File) + ":"
	if file == "main.tf:" {
		file = ""
	}
	return fmt.Sprintf("%s%d:%d-%s %s", file, at.Line, at.Column, end, text)
}
