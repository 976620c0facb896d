package module

import (
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"windtunnel/core/terraform"
)

// Limits of one module. HCL takes about a hundred bytes of memory a token, and
// a token may be a byte.
const (
	maxFiles     = 2000
	maxBytes     = 32 << 20
	maxFileBytes = 4 << 20
)

// fileNames gives the configuration files of a folder, primary ones before
// override files, both by name, which is the order Terraform reads them in.
// https://developer.hashicorp.com/terraform/language/files/override
func (r *reader) fileNames(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		r.refuseFolder(folder, err)
		return nil
	}
	var primary, override []string
	for _, entry := range entries {
		switch name := entry.Name(); {
		case entry.IsDir() || !isConfiguration(name):
		case isOverride(name):
			override = append(override, name)
		default:
			primary = append(primary, name)
		}
	}
	slices.Sort(primary)
	slices.Sort(override)
	names := append(primary, override...)
	if len(names) > maxFiles {
		r.module.IsIncomplete = true
		r.say(terraform.Diagnostic{Severity: "error", Code: terraform.Limit, Fix: "Split the module.",
			Message: fmt.Sprintf("The module %s has %d configuration files; the first %d are read.", folder, len(names), maxFiles)})
		names = names[:maxFiles]
	}
	return names
}

func (r *reader) refuseFolder(folder string, err error) {
	said := terraform.Diagnostic{Severity: "error", Code: terraform.ModuleSource, Fix: "Give the source of a folder that can be read.",
		Message: fmt.Sprintf("The module folder %s cannot be read: %s.", folder, reason(err))}
	if os.IsNotExist(err) {
		said.Message = fmt.Sprintf("There is no module folder %s.", folder)
		said.Fix = "Correct the source of the module call, or add the folder."
	}
	r.say(said)
}

// reason is what the system says, without the path that a message names.
func reason(err error) string {
	text := err.Error()
	return text[strings.LastIndex(text, ": ")+1:]
}

// isConfiguration leaves out what Terraform does: other endings, hidden files
// and what editors keep beside a file. OpenTofu's *.tofu are not read.
func isConfiguration(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") {
		return false
	}
	return strings.HasSuffix(name, ".tf") || strings.HasSuffix(name, ".tf.json")
}

func isOverride(name string) bool {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, ".json"), ".tf")
	return stem == "override" || strings.HasSuffix(stem, "_override")
}

// content reads one file. Opening a named pipe would wait for ever.
func (r *reader) content(folder, name string) ([]byte, bool) {
	file := path.Join(folder, name)
	info, err := os.Stat(file)
	if err != nil {
		r.refuseFile(file, "cannot be read:"+reason(err))
		return nil, false
	}
	if !info.Mode().IsRegular() {
		r.refuseFile(file, "is no regular file")
		return nil, false
	}
	return r.bounded(file)
}

func (r *reader) bounded(file string) ([]byte, bool) {
	opened, err := os.Open(file)
	if err != nil {
		r.refuseFile(file, "cannot be read:"+reason(err))
		return nil, false
	}
	defer opened.Close()
	left := min(maxFileBytes, maxBytes-r.bytes)
	src, err := io.ReadAll(io.LimitReader(opened, int64(left)+1))
	if err != nil {
		r.refuseFile(file, "cannot be read:"+reason(err))
		return nil, false
	}
	if len(src) > left {
		r.module.IsIncomplete = true
		r.say(terraform.Diagnostic{Severity: "error", Code: terraform.Limit, Range: startOf(file), Fix: "Split the file.",
			Message: fmt.Sprintf("The configuration file %s is not read: a file may have %d MiB, and those of a module %d MiB.",
				path.Base(file), maxFileBytes>>20, maxBytes>>20)})
		return nil, false
	}
	r.bytes += len(src)
	return src, true
}

func (r *reader) refuseFile(file, why string) {
	r.module.IsIncomplete = true
	r.say(terraform.Diagnostic{Severity: "error", Code: terraform.Syntax, Range: startOf(file),
		Fix:     "Make it a file that can be read, or rename it.",
		Message: fmt.Sprintf("The configuration file %s %s.", path.Base(file), why)})
}

func startOf(file string) *terraform.Range {
	return &terraform.Range{File: file, Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
}
