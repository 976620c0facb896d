package main

import (
	"errors"

	"github.com/coreos/butane/config"
	"github.com/coreos/butane/config/common"
)

type butaneParams struct {
	Source   string `json:"source"`   // the YAML text
	Strict   bool   `json:"strict"`   // refuse on any entry, as `butane --strict`
	Pretty   bool   `json:"pretty"`   // indent, as `butane --pretty`
	Raw      bool   `json:"raw"`      // Ignition instead of a MachineConfig, as `butane --raw`
	FilesDir string `json:"filesDir"` // where `local:` files and trees are; empty refuses them
}

type butaneResult struct {
	// Ignition is what the executable prints, without its final newline:
	// Ignition JSON, or MachineConfig YAML for openshift without Raw.
	Ignition  *string `json:"ignition"`
	Entries   []entry `json:"entries"`
	Error     *string `json:"error"`
	ErrorLine int     `json:"errorLine"` // line that the error text names, or 0
	// NoVariant says that the document has no `variant` key and is therefore
	// to be read as a Container Linux Config.
	NoVariant bool `json:"noVariant"`
}

// errStrict has the words of the butane executable.
var errStrict = errors.New("Config produced warnings and --strict was specified")

// translateButane does what the butane executable does with the same options.
func translateButane(params butaneParams) (butaneResult, *failure) {
	options := common.TranslateBytesOptions{Pretty: params.Pretty, Raw: params.Raw}
	options.FilesDir = params.FilesDir
	output, report, err := config.TranslateBytes([]byte(params.Source), options)

	result := butaneResult{Entries: fromReport(report, params.Source)}
	result.NoVariant = errors.Is(err, common.ErrNoVariant)
	if err == nil && params.Strict && len(report.Entries) > 0 {
		err = errStrict
	}
	if err != nil {
		result.Error, result.ErrorLine = text(err.Error()), messageLine(err.Error())
		return result, nil
	}
	result.Ignition = text(string(output))
	return result, nil
}

func text(value string) *string { return &value }
