package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCLCEntriesHavePlaces(t *testing.T) {
	for _, test := range []struct{ name, source, platform, message, want string }{
		{"value", "storage:\n  files:\n  - path: x\n    filesystem: root\n    mode: 1\n", "",
			"path not absolute", "3:11 [storage files 0 path]"},
		{"mapping", "storage:\n  files:\n  - path: /x\n    filesystem: root\n", "",
			"mode unspecified for file, defaulting to 0644", "3:5 [storage files 0]"},
		{"key", "systemd:\n  unit: 1\n", "",
			"Config has unrecognized key: unit", "2:3 [systemd unit]"},
		{"YAML", "systemd:\n  units: [\n", "",
			"yaml: line 2: did not find expected node content", "2:0 []"},
		{"no platform", "etcd:\n  data_dir: /a\n  name: '{HOSTNAME}'\n", "",
			"platform must be specified to use templating", "3:9 [etcd name]"},
		{"field the platform lacks", "flannel:\n  interface: '{PRIVATE_IPV4}'\n  public_ip: '{PUBLIC_IPV6}'\n", "ec2",
			"unknown field", "3:14 [flannel public_ip]"},
		{"empty", "", "", "Configuration is empty", "0:0 []"},
		{"platform", "update:\n  group: stable\n", "c64", "unsupported platform", "0:0 []"},
	} {
		result, _ := convertCLC(clcParams{Source: test.source, Platform: test.platform})
		got := "no such entry in " + fmt.Sprint(result.Entries)
		for _, e := range result.Entries {
			if e.Message == test.message {
				got = fmt.Sprintf("%d:%d %v", e.Line, e.Column, e.Path)
			}
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// As terraform-provider-ct does: strict looks at the parser's remarks only.
func TestCLCStrict(t *testing.T) {
	unknownKey := clcParams{Source: "systemd:\n  unit: 1\n", Strict: true}
	if result, _ := convertCLC(unknownKey); result.Ignition != nil || !strings.Contains(*result.Error, "strict") {
		t.Errorf("strict took an unknown key: %+v", result)
	}
	unknownKey.Strict = false
	if result, _ := convertCLC(unknownKey); result.Ignition == nil || len(result.Entries) != 1 {
		t.Errorf("an unknown key is more than a warning: %+v", result)
	}
}

// The library reads the folder from a flag, so one call's must not reach the next.
func TestCLCLocalFiles(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "motd"), []byte("hello"), 0o600); err != nil {
		t.Fatal(err)
	}
	source := "storage:\n  files:\n  - path: /etc/motd\n    filesystem: root\n    mode: 0644\n    contents:\n      local: motd\n"
	if result, _ := convertCLC(clcParams{Source: source, FilesDir: folder}); result.Ignition == nil ||
		!strings.Contains(*result.Ignition, `"source":"data:,hello"`) {
		t.Errorf("the local file is not in the Ignition: %+v", result)
	}
	if result, _ := convertCLC(clcParams{Source: source}); result.Ignition != nil || len(result.Entries) != 1 ||
		result.Entries[0].Line != 7 {
		t.Errorf("a local file without a folder was not refused at its line: %+v", result)
	}
}
