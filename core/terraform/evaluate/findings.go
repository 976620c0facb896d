package evaluate

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/places"
)

const (
	// maxDiagnostics keeps a report readable, and a hostile module from filling
	// memory.
	maxDiagnostics = 2000
	// maxAtPlace of one kind: instances may differ in their words alone.
	maxAtPlace = 3
)

// findings collects diagnostics, each place and message once.
type findings struct {
	list    []terraform.Diagnostic
	seen    map[finding]bool
	atPlace map[finding]int
	bytes   map[string][]byte
	indexes map[string]*places.Index
	secrets map[string]bool
}

type finding struct {
	code    terraform.Code
	message string
	at      terraform.Range
}

func newFindings(indexes map[string]*places.Index) *findings {
	return &findings{
		seen: map[finding]bool{}, atPlace: map[finding]int{}, bytes: map[string][]byte{},
		indexes: indexes, secrets: map[string]bool{},
	}
}

func (f *findings) sources(of map[string][]byte) {
	for name, bytes := range of {
		f.bytes[name] = bytes
	}
}

func (f *findings) add(diagnostics ...terraform.Diagnostic) {
	for _, diagnostic := range diagnostics {
		diagnostic.Message = f.redact(diagnostic.Message)
		key := finding{code: diagnostic.Code, message: diagnostic.Message}
		if diagnostic.Range != nil {
			key.at = *diagnostic.Range
		}
		place := finding{code: key.code, at: key.at}
		isCrowded := diagnostic.Range != nil && f.atPlace[place] >= maxAtPlace
		if f.seen[key] || isCrowded || f.isFull() {
			continue
		}
		f.seen[key] = true
		f.atPlace[place]++
		f.list = append(f.list, diagnostic)
	}
}

func (f *findings) isFull() bool { return len(f.list) >= maxDiagnostics }

// place counts columns in code points; nil for a range without a file.
func (f *findings) place(at hcl.Range) *terraform.Range {
	if at.Filename == "" {
		return nil
	}
	place := f.index(at.Filename).Of(at)
	return &place
}

func (f *findings) index(file string) *places.Index {
	if known := f.indexes[file]; known != nil {
		return known
	}
	index := places.NewIndex(f.bytes[file])
	if f.bytes[file] != nil {
		f.indexes[file] = index
	}
	return index
}

func (f *findings) sorted() []terraform.Diagnostic {
	slices.SortStableFunc(f.list, func(a, b terraform.Diagnostic) int {
		return cmp.Or(compareRanges(a.Range, b.Range), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return orEmpty(f.list)
}

func compareRanges(a, b *terraform.Range) int {
	if a == nil || b == nil {
		return cmp.Compare(presence(a), presence(b))
	}
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.EndLine, b.EndLine), cmp.Compare(a.EndColumn, b.EndColumn))
}

func presence(r *terraform.Range) int {
	if r == nil {
		return 0
	}
	return 1
}

// report adds an error; fix may be empty.
func (r *run) report(code terraform.Code, at hcl.Range, address, message, fix string) {
	r.found.add(terraform.Diagnostic{
		Severity: "error", Code: code, Message: message, Fix: fix, Range: r.found.place(at), Address: address,
	})
}

func (r *run) warn(code terraform.Code, at hcl.Range, address, message, fix string) {
	r.found.add(terraform.Diagnostic{
		Severity: "warning", Code: code, Message: message, Fix: fix, Range: r.found.place(at), Address: address,
	})
}

func (r *run) limit(message string, at hcl.Range, address string) {
	r.report(terraform.Limit, at, address, message, "")
}
