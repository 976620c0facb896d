package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	v2_0 "github.com/coreos/ignition/config/v2_0"
	v2_1 "github.com/coreos/ignition/config/v2_1"
	v2_2 "github.com/coreos/ignition/config/v2_2"
	v2_3 "github.com/coreos/ignition/config/v2_3"
	v2_4 "github.com/coreos/ignition/config/v2_4"
	v2report "github.com/coreos/ignition/config/validate/report"
	v3_7_exp "github.com/coreos/ignition/v2/config/v3_7_experimental"
)

// upstreamV2 answers with what the Parse function of a version reports.
var upstreamV2 = map[string]func(source string) (v2report.Report, error){
	"2.0.0": reportOf(v2_0.Parse),
	"2.1.0": reportOf(v2_1.Parse),
	"2.2.0": reportOf(v2_2.Parse),
	"2.3.0": reportOf(v2_3.Parse),
	"2.4.0": reportOf(v2_4.Parse),
}

func reportOf[C any](parse func([]byte) (C, v2report.Report, error)) func(string) (v2report.Report, error) {
	return func(source string) (v2report.Report, error) {
		_, report, err := parse([]byte(source))
		return report, err
	}
}

// checkV2 walks configs with nodes of its own; the remarks must stay upstream's.
func TestCheckV2SaysWhatParseSays(t *testing.T) {
	slips := []string{
		`"path"|"Path"`, `"path": "/|"path": "`, `"mode": 420|"mode": 99999`, `"source": "data|"source": "date`,
		`"xfs"|"zfs"`, `"raid0"|"raid9"`, `.service"|"`, `"files"|"fils"`, `"mode": 493|"x": []`, `|`,
	}
	for _, file := range corpusIgnition(t) {
		for version, upstream := range upstreamV2 {
			for _, slip := range slips {
				from, to, _ := strings.Cut(slip, "|")
				source := strings.Replace(redeclared(file, version), from, to, 1)
				report, upstreamErr := upstream(source)
				result, _ := validateIgnition(validateParams{Source: source})
				if got, want := remarks(result.Entries), remarks(fromReportV2(report)); !slices.Equal(got, want) {
					t.Errorf("%s, %s:\n got %q\nwant %q", version, slip, got, want)
				}
				if (result.Error == nil) != (upstreamErr == nil) {
					t.Errorf("%s, %s: error %v, upstream %v", version, slip, result.Error, upstreamErr)
				}
			}
		}
	}
}

// Upgrading step by step must end where upstream's compatible parsers end.
func TestReadAsGivesWhatUpstreamGives(t *testing.T) {
	for _, file := range corpusIgnition(t) {
		for own, specification := range specifications {
			source := redeclared(file, specification.version)
			if _, err := specification.check(source); err != nil {
				continue
			}
			var want any
			var err error
			target := "2.4.0"
			if specification.major == 2 {
				want, _, err = v2_4.Parse([]byte(source))
			} else {
				target = "3.7.0-experimental"
				want, _, err = v3_7_exp.ParseCompatibleVersion([]byte(source))
			}
			if own > findSpecification(target) {
				continue
			}
			got, readErr := readAs(source, own, findSpecification(target))
			if err != nil || readErr != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s as %s: %v, %v\n got %+v\nwant %+v", specification.version, target, readErr, err, got, want)
			}
		}
	}
}

func corpusIgnition(t *testing.T) []string {
	paths, err := filepath.Glob("../test/fidelity/corpus/ignition/*.ign")
	if err != nil || len(paths) == 0 {
		t.Fatal("no Ignition corpus", err)
	}
	var sources []string
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, string(source))
	}
	return sources
}

func redeclared(source, version string) string {
	before, after, _ := strings.Cut(source, `"version": "`)
	_, after, _ = strings.Cut(after, `"`)
	return before + `"version": "` + version + `"` + after
}

func remarks(entries []entry) []string {
	said := []string{}
	for _, e := range entries {
		said = append(said, e.Kind+": "+e.Message)
	}
	slices.Sort(said)
	return said
}

func TestIgnitionEntriesHavePlaces(t *testing.T) {
	for source, want := range map[string]string{
		``:                                       `[] the Ignition config is empty`,
		`{}`:                                     `[] the Ignition config has no ignition.version`,
		`[]`:                                     `[1:2 []] the Ignition config cannot be read: the document must be an object (found: array)`,
		`{"ignition":{"version":"2.9.0"}}`:       `[] Ignition version "2.9.0" is not known (known are 2.0.0 to 2.4.0 and 3.0.0 to 3.6.0)`,
		"{\n\"ignition\":{\"version\":\"3.0.0\"": `[2:30 []] the Ignition config cannot be read: unexpected end of JSON input`,
		"{\"ignition\":{\"version\":\"2.1.0\"},\n \"storage\":{\"files\":[{\"path\":\"x\",\"filesystem\":\"root\"}]}}": `[2:30 [storage files 0 path]] config is not valid`,
		"{\"ignition\":{\"version\":\"3.1.0\"},\n \"storage\":{\"files\":[{\"path\":\"x\"}]}}":                         `[2:30 [storage files 0 path]] config is not valid`,
		"{\"ignition\":{\"version\":\"2.1.0\"},\n \"systemd\":{\"unit\":[]}}":                                          `[2:13 [systemd unit]] `,
	} {
		result, _ := validateIgnition(validateParams{Source: source})
		places := []string{}
		for _, e := range result.Entries {
			places = append(places, fmt.Sprintf("%d:%d %v", e.Line, e.Column, e.Path))
		}
		message := ""
		if result.Error != nil {
			message = *result.Error
		}
		if got := fmt.Sprintf("%v %s", places, message); got != want {
			t.Errorf("%s\n got %s\nwant %s", source, got, want)
		}
	}
}
