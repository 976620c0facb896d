package main

import (
	v2_0 "github.com/coreos/ignition/config/v2_0"
	v2_1 "github.com/coreos/ignition/config/v2_1"
	v2_2 "github.com/coreos/ignition/config/v2_2"
	v2_3 "github.com/coreos/ignition/config/v2_3"
	v2_4 "github.com/coreos/ignition/config/v2_4"
	v2_5_exp "github.com/coreos/ignition/config/v2_5_experimental"
	v2report "github.com/coreos/ignition/config/validate/report"
	v3_0 "github.com/coreos/ignition/v2/config/v3_0"
	v3_1 "github.com/coreos/ignition/v2/config/v3_1"
	v3_2 "github.com/coreos/ignition/v2/config/v3_2"
	v3_3 "github.com/coreos/ignition/v2/config/v3_3"
	v3_4 "github.com/coreos/ignition/v2/config/v3_4"
	v3_5 "github.com/coreos/ignition/v2/config/v3_5"
	v3_6 "github.com/coreos/ignition/v2/config/v3_6"
	v3_7_exp "github.com/coreos/ignition/v2/config/v3_7_experimental"
	"github.com/coreos/vcontext/report"
)

// specification is one version of the Ignition configuration format.
type specification struct {
	version string
	major   int
	// check validates a config of exactly this version.
	check func(source string) ([]entry, error)
	// parse reads and validates a config of this version or an older one of
	// the same major and translates it up to this version.
	parse func(source string) (config any, err error)
	// combine puts child on top of parent, both of this version: Merge for
	// 3.x, Append for 2.x.
	combine func(parent, child any) any
}

// specifications holds every version that the linked Ignition modules parse,
// oldest first. Version 1 (`ignitionVersion: 1`) left the field in 2016 and is
// left out.
var specifications = []specification{
	specificationV2("2.0.0", v2_0.Parse, v2_0.Append),
	specificationV2("2.1.0", v2_1.Parse, v2_1.Append),
	specificationV2("2.2.0", v2_2.Parse, v2_2.Append),
	specificationV2("2.3.0", v2_3.Parse, v2_3.Append),
	specificationV2("2.4.0", v2_4.Parse, v2_4.Append),
	specificationV2("2.5.0-experimental", v2_5_exp.Parse, v2_5_exp.Append),
	specificationV3("3.0.0", v3_0.ParseCompatibleVersion, v3_0.Merge),
	specificationV3("3.1.0", v3_1.ParseCompatibleVersion, v3_1.Merge),
	specificationV3("3.2.0", v3_2.ParseCompatibleVersion, v3_2.Merge),
	specificationV3("3.3.0", v3_3.ParseCompatibleVersion, v3_3.Merge),
	specificationV3("3.4.0", v3_4.ParseCompatibleVersion, v3_4.Merge),
	specificationV3("3.5.0", v3_5.ParseCompatibleVersion, v3_5.Merge),
	specificationV3("3.6.0", v3_6.ParseCompatibleVersion, v3_6.Merge),
	specificationV3("3.7.0-experimental", v3_7_exp.ParseCompatibleVersion, v3_7_exp.Merge),
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

func specificationV3[C any](
	version string,
	parse func([]byte) (C, report.Report, error),
	merge func(parent, child C) C,
) specification {
	return specification{
		version: version,
		major:   3,
		check: func(source string) ([]entry, error) {
			_, r, err := parse([]byte(source))
			return fromReport(r, source), err
		},
		parse: func(source string) (any, error) {
			config, _, err := parse([]byte(source))
			return config, err
		},
		combine: func(parent, child any) any { return merge(parent.(C), child.(C)) },
	}
}

func specificationV2[C any](
	version string,
	parse func([]byte) (C, v2report.Report, error),
	appendTo func(parent, child C) C,
) specification {
	return specification{
		version: version,
		major:   2,
		check:   checkV2[C],
		parse: func(source string) (any, error) {
			config, _, err := parse([]byte(source))
			return config, err
		},
		combine: func(parent, child any) any { return appendTo(parent.(C), child.(C)) },
	}
}
