package main

import (
	"fmt"
	"slices"
)

type mergeParams struct {
	Base     string   `json:"base"`     // Ignition JSON
	Snippets []string `json:"snippets"` // Ignition JSON, in the order in which they apply
	Pretty   bool     `json:"pretty"`
	// Target is the version to merge in and to write, as the provider version
	// fixes it ("3.4.0" for terraform-provider-ct 0.13). Empty takes the
	// newest that any of the documents declares.
	Target string `json:"target"`
}

type mergeResult struct {
	Ignition *string `json:"ignition"`
	Entries  []entry `json:"entries"` // of the single documents; see entry.Document
	Error    *string `json:"error"`
	Version  *string `json:"version"` // of the merged config
}

// mergeIgnition puts snippets on a base config one after another, with the
// rules of Ignition itself: 3.x merges by key, 2.x appends lists. Each document
// must be valid alone; whether the merged config is valid is asked of
// ignition.validate.
func mergeIgnition(params mergeParams) (mergeResult, *failure) {
	result := mergeResult{Entries: []entry{}}
	refuse := func(err error) (mergeResult, *failure) {
		sortEntries(result.Entries)
		result.Error = text(err.Error())
		return result, nil
	}
	documents := append([]string{params.Base}, params.Snippets...)
	declared := make([]int, len(documents))
	for i, document := range documents {
		index, entries, err := checkDocument(document)
		result.Entries = append(result.Entries, inDocument(i, entries)...)
		if err != nil {
			return refuse(fmt.Errorf("%s: %w", documentName(i), err))
		}
		declared[i] = index
	}
	target, err := mergeTarget(declared, params.Target)
	if err != nil {
		return refuse(err)
	}

	specification := specifications[target]
	var merged any
	for i, document := range documents {
		config, err := readAs(document, declared[i], target)
		if err != nil {
			return refuse(fmt.Errorf("%s: %w", documentName(i), err))
		}
		if i == 0 {
			merged = config
		} else {
			merged = specification.combine(merged, config)
		}
	}
	output, err := marshal(merged, params.Pretty)
	if err != nil {
		return refuse(err)
	}
	sortEntries(result.Entries)
	result.Ignition, result.Version = text(output), text(specification.version)
	return result, nil
}

// checkDocument validates a document alone and gives the index of its version
// in specifications.
func checkDocument(document string) (int, []entry, error) {
	declared, entries, err := declaredSpecification(document)
	if err != nil {
		return -1, entries, err
	}
	entries, err = specifications[declared.index].check(document)
	return declared.index, entries, err
}

// mergeTarget chooses the version to merge in, of the versions that the
// documents declare and the one that was wanted, if any. It refuses documents
// that cannot meet there.
func mergeTarget(declared []int, wanted string) (int, error) {
	target := slices.Max(declared)
	if wanted != "" {
		if target = findSpecification(wanted); target < 0 {
			return -1, fmt.Errorf("the target Ignition version %q is not known", wanted)
		}
	}
	for i, index := range declared {
		own, common := specifications[index], specifications[target]
		if own.major != common.major {
			return -1, fmt.Errorf("%s is Ignition %s and cannot be merged as Ignition %s: 2.x and 3.x do not mix",
				documentName(i), own.version, common.version)
		}
		if index > target {
			return -1, fmt.Errorf("%s is Ignition %s, newer than %s", documentName(i), own.version, common.version)
		}
	}
	return target, nil
}

func inDocument(document int, entries []entry) []entry {
	for i := range entries {
		entries[i].Document = document
	}
	return entries
}

func documentName(document int) string {
	if document == 0 {
		return "the base config"
	}
	return fmt.Sprintf("snippet %d", document)
}
