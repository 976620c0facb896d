package main

import (
	"encoding/json"
	"flag"

	"github.com/coreos/container-linux-config-transpiler/config"
)

type clcParams struct {
	Source   string `json:"source"`
	Platform string `json:"platform"` // as `ct --platform`; empty allows no dynamic data
	Pretty   bool   `json:"pretty"`
	Strict   bool   `json:"strict"`   // refuse on any entry of the parser
	FilesDir string `json:"filesDir"` // where `local:` files are; empty refuses them
}

// localFiles is the flag of the ct executable that the transpiler's library
// looks up for the folder of local files (config/types/files.go); it has no
// other way to be told.
var localFiles = flag.String("files-dir", "", "")

type clcResult struct {
	Ignition *string `json:"ignition"` // Ignition 2.3.0 JSON
	Entries  []entry `json:"entries"`
	Error    *string `json:"error"`
}

// convertCLC parses a Container Linux Config and converts it to Ignition, the
// way terraform-provider-ct 0.7 to 0.10 did: with Strict any entry of the
// parser refuses the config, while warnings of the conversion never do (the
// ct executable refuses on both).
func convertCLC(params clcParams) (clcResult, *failure) {
	parsed, ast, parseReport := config.Parse([]byte(params.Source))
	entries := fromReportV2(parseReport)
	switch {
	case parseReport.IsFatal():
		return refusedCLC(params, entries, "the Container Linux Config is not valid")
	case params.Strict && len(entries) > 0:
		return refusedCLC(params, entries, "the Container Linux Config has warnings, and strict was asked for")
	}

	*localFiles = params.FilesDir
	converted, convertReport := config.Convert(parsed, params.Platform, ast)
	entries = append(entries, fromReportV2(convertReport)...)
	if convertReport.IsFatal() {
		return refusedCLC(params, entries, "the Container Linux Config cannot be converted to Ignition")
	}
	output, err := marshal(converted, params.Pretty)
	if err != nil {
		return refusedCLC(params, entries, err.Error())
	}
	return clcResult{Ignition: text(output), Entries: placeCLC(params, entries)}, nil
}

func refusedCLC(params clcParams, entries []entry, reason string) (clcResult, *failure) {
	return clcResult{Entries: placeCLC(params, entries), Error: text(reason)}, nil
}

// marshal writes a config as terraform-provider-ct does. encoding/json escapes
// `<`, `>` and `&`, which counts towards a platform's limit on user data.
func marshal(value any, pretty bool) (string, error) {
	if pretty {
		output, err := json.MarshalIndent(value, "", "  ")
		return string(output), err
	}
	output, err := json.Marshal(value)
	return string(output), err
}
