package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

type validateParams struct {
	Source string `json:"source"` // Ignition JSON
}

type validateResult struct {
	Version *string `json:"version"` // as declared; nil when there is none to read
	Entries []entry `json:"entries"`
	Error   *string `json:"error"`
}

// validateIgnition reads a config with the parser of the version it declares.
func validateIgnition(params validateParams) (validateResult, *failure) {
	declared, entries, err := declaredSpecification(params.Source)
	result := validateResult{Version: declared.version, Entries: entries}
	if err == nil {
		result.Entries, err = specifications[declared.index].check(params.Source)
	}
	if err != nil {
		result.Error = text(err.Error())
	}
	return result, nil
}

// declaration is the version that a config names and its place in
// specifications (-1 when the version is not one of them).
type declaration struct {
	version *string
	index   int
}

// declaredSpecification reads `ignition.version`. Where there is none that is
// known, the error says why, with an entry when it has a place.
func declaredSpecification(source string) (declaration, []entry, error) {
	none := declaration{index: -1}
	if strings.TrimSpace(source) == "" {
		return none, []entry{}, errors.New("the Ignition config is empty")
	}
	var header struct {
		Ignition struct {
			Version *string `json:"version"`
		} `json:"ignition"`
	}
	if err := json.Unmarshal([]byte(source), &header); err != nil {
		found := jsonEntry(source, err)
		return none, []entry{found}, errors.New("the Ignition config cannot be read: " + found.Message)
	}
	version := header.Ignition.Version
	if version == nil {
		return none, []entry{}, errors.New("the Ignition config has no ignition.version")
	}
	index := findSpecification(*version)
	if index < 0 {
		return declaration{version: version, index: -1}, []entry{}, fmt.Errorf(
			"Ignition version %q is not known (known are 2.0.0 to 2.4.0 and 3.0.0 to 3.6.0)", *version)
	}
	return declaration{version: version, index: index}, []entry{}, nil
}

// jsonEntry says where and how a document fails to be an Ignition config at
// all. The words of encoding/json name Go types, so a wrong type gets others.
func jsonEntry(source string, err error) entry {
	found := entry{Kind: "error", Message: err.Error(), Path: []any{}}
	var syntaxError *json.SyntaxError
	var typeError *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntaxError):
		offset := int(syntaxError.Offset)
		if found.Message != "unexpected end of JSON input" {
			offset-- // the character at fault has been read already
		}
		found.Line, found.Column = offsetPosition(source, offset)
	case errors.As(err, &typeError):
		found.Line, found.Column = offsetPosition(source, int(typeError.Offset))
		expected := "an object"
		if typeError.Field == "ignition.version" {
			expected = "a string"
		}
		name := cmp.Or(typeError.Field, "the document")
		found.Message = fmt.Sprintf("%s must be %s (found: %s)", name, expected, typeError.Value)
	}
	return found
}
