package carry

import (
	"strings"

	"windtunnel/core/terraform/text"
)

// block reads a text of several lines, which YAML indents and else leaves as
// it is.
func (r *yamlReader) block(m *text.Map) bool {
	if !r.skipTo("|") {
		return false
	}
	header := strings.IndexByte(r.rest, '\n')
	if header < 0 {
		return false
	}
	r.structure(header + 1)
	cursor := m.Cursor()
	for _, line := range strings.SplitAfter(m.Text, "\n") {
		if line != "" && !r.blockLine(line, cursor) {
			return false
		}
	}
	return true
}

func (r *yamlReader) blockLine(line string, cursor *text.Cursor) bool {
	content := strings.TrimSuffix(line, "\n")
	written, _, _ := strings.Cut(r.rest, "\n")
	indent, found := strings.CutSuffix(written, content)
	if !found || strings.Trim(indent, " ") != "" {
		return false
	}
	r.structure(len(indent))
	runs := cursor.Take(len(content))
	cursor.Skip(len(line) - len(content))
	r.made.Add(content, runs...)
	r.rest = r.rest[len(content):]
	if r.rest != "" {
		r.structure(1)
	}
	return true
}
