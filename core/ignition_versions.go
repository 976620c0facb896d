package main

import (
	legacyjson "github.com/ajeddeloh/go-json"
	v2_0 "github.com/coreos/ignition/config/v2_0"
	v2_1 "github.com/coreos/ignition/config/v2_1"
	v2_2 "github.com/coreos/ignition/config/v2_2"
	v2_3 "github.com/coreos/ignition/config/v2_3"
	v2_4 "github.com/coreos/ignition/config/v2_4"
	v2_5_exp "github.com/coreos/ignition/config/v2_5_experimental"
	v3_0 "github.com/coreos/ignition/v2/config/v3_0"
	v3_1 "github.com/coreos/ignition/v2/config/v3_1"
	to3_1 "github.com/coreos/ignition/v2/config/v3_1/translate"
	v3_2 "github.com/coreos/ignition/v2/config/v3_2"
	to3_2 "github.com/coreos/ignition/v2/config/v3_2/translate"
	v3_3 "github.com/coreos/ignition/v2/config/v3_3"
	to3_3 "github.com/coreos/ignition/v2/config/v3_3/translate"
	v3_4 "github.com/coreos/ignition/v2/config/v3_4"
	to3_4 "github.com/coreos/ignition/v2/config/v3_4/translate"
	v3_5 "github.com/coreos/ignition/v2/config/v3_5"
	to3_5 "github.com/coreos/ignition/v2/config/v3_5/translate"
	v3_6 "github.com/coreos/ignition/v2/config/v3_6"
	to3_6 "github.com/coreos/ignition/v2/config/v3_6/translate"
	v3_7_exp "github.com/coreos/ignition/v2/config/v3_7_experimental"
	to3_7_exp "github.com/coreos/ignition/v2/config/v3_7_experimental/translate"
	"github.com/coreos/vcontext/report"
)

// specification is one version of the Ignition configuration format. Its
// functions take and give configs of the version's own type as any.
type specification struct {
	version string
	major   int
	// check validates a config of exactly this version.
	check func(source string) ([]entry, error)
	// decode reads a config of exactly this version that check found valid.
	decode func(source string) (any, error)
	// upgrade translates a config of the version before; the first version of
	// a major has none.
	upgrade func(config any) any
	// combine puts child on top of parent: Merge for 3.x, Append for 2.x.
	combine func(parent, child any) any
}

// specifications holds every version that the linked Ignition modules parse,
// oldest first. Version 1 (`ignitionVersion: 1`) left the field in 2016 and is
// left out.
var specifications = []specification{
	specificationV2("2.0.0", nil, v2_0.Append),
	specificationV2("2.1.0", upgraded(v2_1.TranslateFromV2_0), v2_1.Append),
	specificationV2("2.2.0", upgraded(v2_2.TranslateFromV2_1), v2_2.Append),
	specificationV2("2.3.0", upgraded(v2_3.Translate), v2_3.Append),
	specificationV2("2.4.0", upgraded(v2_4.Translate), v2_4.Append),
	specificationV2("2.5.0-experimental", upgraded(v2_5_exp.Translate), v2_5_exp.Append),
	specificationV3("3.0.0", nil, v3_0.Parse, v3_0.Merge),
	specificationV3("3.1.0", upgraded(to3_1.Translate), v3_1.Parse, v3_1.Merge),
	specificationV3("3.2.0", upgraded(to3_2.Translate), v3_2.Parse, v3_2.Merge),
	specificationV3("3.3.0", upgraded(to3_3.Translate), v3_3.Parse, v3_3.Merge),
	specificationV3("3.4.0", upgraded(to3_4.Translate), v3_4.Parse, v3_4.Merge),
	specificationV3("3.5.0", upgraded(to3_5.Translate), v3_5.Parse, v3_5.Merge),
	specificationV3("3.6.0", upgraded(to3_6.Translate), v3_6.Parse, v3_6.Merge),
	specificationV3("3.7.0-experimental", upgraded(to3_7_exp.Translate), v3_7_exp.Parse, v3_7_exp.Merge),
}

// readAs reads a valid config of one version as another of the same major that
// is not older, as upstream's compatible parsers do.
func readAs(source string, own, target int) (any, error) {
	config, err := specifications[own].decode(source)
	if err != nil {
		return nil, err
	}
	for next := own + 1; next <= target; next++ {
		config = specifications[next].upgrade(config)
	}
	return config, nil
}

// findSpecification gives the index in specifications, by which versions
// compare, or -1.
func findSpecification(version string) int {
	for i, known := range specifications {
		if known.version == version {
			return i
		}
	}
	return -1
}

func upgraded[P, C any](translate func(P) C) func(any) any {
	return func(config any) any { return translate(config.(P)) }
}

func specificationV3[C any](
	version string,
	upgrade func(any) any,
	parse func([]byte) (C, report.Report, error),
	merge func(parent, child C) C,
) specification {
	return specification{
		version: version,
		major:   3,
		upgrade: upgrade,
		check: func(source string) ([]entry, error) {
			_, r, err := parse([]byte(source))
			return fromReport(r, source), err
		},
		decode: func(source string) (any, error) {
			config, _, err := parse([]byte(source))
			return config, err
		},
		combine: func(parent, child any) any { return merge(parent.(C), child.(C)) },
	}
}

func specificationV2[C any](
	version string,
	upgrade func(any) any,
	appendTo func(parent, child C) C,
) specification {
	return specification{
		version: version,
		major:   2,
		upgrade: upgrade,
		check:   checkV2[C],
		decode: func(source string) (any, error) {
			var config C
			err := legacyjson.Unmarshal([]byte(source), &config)
			return config, err
		},
		combine: func(parent, child any) any { return appendTo(parent.(C), child.(C)) },
	}
}
