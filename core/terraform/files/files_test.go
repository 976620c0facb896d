package files

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

// world makes a workspace, a fetched module beside it, and a secret out of reach.
func world(t *testing.T) (Reader, string) {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"workspace/clusters/one/main.tf": "main",
		"workspace/shared/note.txt":      "note",
		"modules/abc/sub/module.txt":     "module",
		"modules/abc/top.txt":            "top",
		"secret.txt":                     "secret",
	} {
		place := filepath.Join(base, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(place), 0o755), os.WriteFile(place, []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return Reader{
		Root: base + "/workspace/clusters/one",
		Modules: []terraform.ModuleNode{
			{Key: "", Folder: base + "/workspace/clusters/one", Path: "."},
			{Key: "boot", Folder: base + "/modules/abc/sub", Path: ".terraform/modules/boot/sub"},
		},
		Allowed: []string{base + "/workspace", base + "/modules/abc"},
	}, base
}

func TestReadsWhereModulesReallyAre(t *testing.T) {
	reader, base := world(t)
	for name, want := range map[string]string{
		"main.tf":                                               "main",
		"./main.tf":                                             "main",
		"../../shared/note.txt":                                 "note",
		".terraform/modules/boot/sub/module.txt":                "module",
		"./.terraform/modules/boot/sub/module.txt":              "module",
		".terraform/modules/boot/sub/../top.txt":                "top",
		".terraform//modules/x/../boot/sub/module.txt":          "module",
		base + "/workspace/shared/note.txt":                     "note",
		base + "/workspace/clusters/one/x/../main.tf":           "main",
		reader.Root + "/.terraform/modules/boot/sub/../top.txt": "top",
	} {
		content, err := reader.Read(name)
		if err != nil || string(content) != want {
			t.Errorf("Read(%q) = %q, %v; want %q", name, content, err, want)
		}
	}
}

func TestRefusesWhatIsElsewhere(t *testing.T) {
	reader, base := world(t)
	link := reader.Root + "/link.txt"
	if err := errors.Join(os.Symlink(base+"/secret.txt", link), os.Symlink("/etc", reader.Root+"/etc")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"/etc/passwd", "~/.ssh/id_rsa", "~root/x", "../../../secret.txt", base + "/secret.txt",
		".terraform/modules/boot/sub/../../../secret.txt", base + "/workspace/../secret.txt",
		"link.txt", "etc/hosts", base + "/workspaces/x", "a\x00b",
	} {
		_, err := reader.Read(name)
		var refused Refused
		if !errors.As(err, &refused) || refused.Path != name {
			t.Errorf("Read(%q): %v; want it refused", name, err)
		}
		if _, err := reader.Exists(name); !errors.As(err, new(Refused)) {
			t.Errorf("Exists(%q): %v; want it refused", name, err)
		}
	}
}

func TestListLeavesOutWhatLinksElsewhere(t *testing.T) {
	reader, base := world(t)
	if err := os.Symlink(base+"/secret.txt", reader.Root+"/link.txt"); err != nil {
		t.Fatal(err)
	}
	entries, err := reader.List(".")
	if err != nil || len(entries) != 1 || entries[0].Name != "main.tf" || !entries[0].IsFile {
		t.Errorf("List: %v, %v", entries, err)
	}
}

func TestSaysWhatIsWrongWithoutPlacesOfTheMachine(t *testing.T) {
	reader, base := world(t)
	if err := os.WriteFile(reader.Root+"/large", make([]byte, MaxSize+1), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"nope.txt":     "no file exists at nope.txt",
		".":            ". is a directory, not a file",
		"large":        "large is larger than 8 MiB",
		"main.tf/x":    "failed to read main.tf/x",
		"../../../abc": "windtunnel reads only files of the workspace and of fetched modules, not ../../../abc",
	} {
		_, err := reader.Read(name)
		if err == nil || err.Error() != want || strings.Contains(err.Error(), base) {
			t.Errorf("Read(%q): %v; want %s", name, err, want)
		}
	}
}

func TestMountsOfWebAssembly(t *testing.T) {
	reader := Reader{Root: "/workspace/a", Modules: []terraform.ModuleNode{
		{Key: "boot", Folder: "/modules/k1/sub", Path: ".terraform/modules/boot/sub"},
	}}
	for name, want := range map[string]string{
		"x":                                      "/workspace/a/x",
		"..":                                     "/workspace",
		"../..":                                  "",
		"../../modules":                          "",
		"../../modules/k1/x":                     "/modules/k1/x",
		"../../modules/k2/x":                     "",
		".terraform/modules/boot/sub/../../k2/x": "",
		".terraform/modules/boot/sub/../x":       "/modules/k1/x",
		".terraform/modules/boot/sub/../..":      "",
		"/workspace/../etc/passwd":               "",
		"/workspacex":                            "",
	} {
		got, err := reader.Resolve(name)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("Resolve(%q) = %q, %v; want %q", name, got, err, want)
		}
	}
}
