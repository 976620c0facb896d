package functions

import (
	"fmt"
	"path"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/files"
)

const (
	// maxVisited bounds how many names fileset looks at, maxFolders how deep
	// it goes: links may lead in a circle.
	maxVisited = 100_000
	maxFolders = 64
)

func fileSet(reader files.Reader) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{parameter("path", cty.String), parameter("pattern", cty.String)},
		Type:         function.StaticReturnType(cty.Set(cty.String)),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			folder := args[0].AsString()
			pattern := path.Join(folder, args[1].AsString())
			found, err := glob(reader, pattern)
			if err != nil {
				return cty.NilVal, err
			}
			names := make([]cty.Value, len(found))
			for i, name := range found {
				names[i] = cty.StringVal(relativeTo(folder, name))
			}
			if len(names) == 0 {
				return cty.SetValEmpty(cty.String), nil
			}
			return cty.SetVal(names), nil
		},
	})
}

// search walks the folders along a pattern, segment by segment.
type search struct {
	reader  files.Reader
	visited int
	found   map[string]bool
}

// glob gives the regular files that match, sorted.
func glob(reader files.Reader, pattern string) ([]string, error) {
	segments, err := parsePattern(pattern)
	if err != nil {
		return nil, fmt.Errorf("failed to glob pattern %q: %w", pattern, err)
	}
	walk := search{reader: reader, found: map[string]bool{}}
	start := "."
	if path.IsAbs(pattern) {
		start = "/"
	}
	if _, err := reader.Resolve(literalStart(start, segments)); err != nil {
		return nil, err
	}
	if err := walk.along(start, segments, 0); err != nil {
		return nil, err
	}
	names := make([]string, 0, len(walk.found))
	for name := range walk.found {
		names = append(names, name)
	}
	sort.Strings(names)
	return names, nil
}

// literalStart is the part of a pattern in front of its first wildcard.
func literalStart(start string, segments []segment) string {
	for _, each := range segments {
		if each.literal == "" {
			break
		}
		start = path.Join(start, each.literal)
	}
	return start
}

func (s *search) along(folder string, segments []segment, depth int) error {
	if depth > maxFolders || len(segments) == 0 {
		return nil
	}
	first, rest := segments[0], segments[1:]
	if first.literal != "" {
		return s.step(path.Join(folder, first.literal), rest, depth)
	}
	entries, err := s.reader.List(folder)
	if err != nil {
		return nil // what cannot be listed has no matches
	}
	if first.isAny {
		if err := s.along(folder, rest, depth); err != nil {
			return err
		}
	}
	for _, entry := range entries {
		if s.visited++; s.visited > maxVisited {
			return LimitError{"file sets over more than 100,000 names"}
		}
		if err := s.entry(folder, entry, segments, depth); err != nil {
			return err
		}
	}
	return nil
}

func (s *search) entry(folder string, entry files.Entry, segments []segment, depth int) error {
	first, rest, name := segments[0], segments[1:], path.Join(folder, entry.Name)
	switch {
	case first.isAny && entry.IsFolder:
		return s.along(name, segments, depth+1)
	case first.isAny && len(rest) == 0 && entry.IsFile:
		s.found[name] = true
	case !first.isAny && first.matches(entry.Name):
		return s.step(name, rest, depth)
	}
	return nil
}

func (s *search) step(name string, rest []segment, depth int) error {
	if len(rest) > 0 {
		return s.along(name, rest, depth+1)
	}
	if is, err := s.reader.Exists(name); err == nil && is {
		s.found[name] = true
	}
	return nil
}

// relativeTo says how a name is reached from a folder; both are relative to the
// same place, or both absolute.
func relativeTo(folder, name string) string {
	from := strings.Split(path.Clean(folder), "/")
	to := strings.Split(name, "/")
	if path.Clean(folder) == "." {
		from = nil
	}
	for len(from) > 0 && len(to) > 0 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return path.Join(strings.Repeat("../", len(from)), strings.Join(to, "/"))
}
