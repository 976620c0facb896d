package evaluate

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/places"
	"windtunnel/core/terraform/text"
)

// plainValue is a value as it leaves the core.
type plainValue struct {
	value   any
	unknown []terraform.ValuePath
	texts   []terraform.TextMap
}

// plain turns a value into JSON, with the places of its texts. Marks of a
// collection hold for its parts.
func (r *run) plain(value cty.Value) plainValue {
	p := plainer{run: r, result: plainValue{unknown: []terraform.ValuePath{}, texts: []terraform.TextMap{}}}
	p.result.value = p.part(value, nil, concerns{})
	return p.result
}

type plainer struct {
	run    *run
	result plainValue
}

func (p *plainer) part(value cty.Value, path terraform.ValuePath, outer concerns) any {
	plain, marks := value.Unmark()
	about := outer.and(marks)
	kind := plain.Type()
	switch {
	case !p.run.hasRoom(sizeOf(plain)) || !plain.IsKnown():
		p.result.unknown = append(p.result.unknown, copyOf(path))
		return nil
	case plain.IsNull():
		return nil
	case kind == cty.String:
		p.text(value, path, about)
		return plain.AsString()
	case kind == cty.Number:
		return exact(plain.AsBigFloat())
	case kind == cty.Bool:
		return plain.True()
	case kind.IsObjectType() || kind.IsMapType():
		members, object := plain.AsValueMap(), map[string]any{}
		for _, name := range sortedKeys(members) {
			object[name] = p.part(members[name], append(path, name), about)
		}
		return object
	case plain.CanIterateElements():
		list := []any{}
		for index, member := range plain.AsValueSlice() {
			list = append(list, p.part(member, append(path, index), about))
		}
		return list
	}
	return nil
}

// sizeOf is about what a value without its parts takes as JSON.
func sizeOf(plain cty.Value) int {
	if plain.Type() == cty.String && plain.IsKnown() && !plain.IsNull() {
		return len(plain.AsString()) + 4
	}
	return 4
}

// text notes where a string comes from, or what it holds.
func (p *plainer) text(value cty.Value, path terraform.ValuePath, about concerns) {
	found := text.Of(value)
	if !about.isSecret && len(about.placeholders) == 0 && !leadsAnywhere(found) {
		return
	}
	if found == nil {
		said := bare(value).AsString()
		found = &text.Map{Text: said, Runs: []text.Run{{Length: len(said), Secret: about.isSecret, Placeholders: about.placeholders}}}
	}
	encoded := text.EncodeIn(found, p.run.index)
	encoded.Path = copyOf(path)
	p.result.texts = append(p.result.texts, encoded)
}

// leadsAnywhere is false for texts of which nobody knows where they come from.
func leadsAnywhere(found *text.Map) bool {
	return found != nil && slices.ContainsFunc(found.Runs, func(run text.Run) bool {
		return run.File != "" || run.Secret || len(run.Placeholders) > 0
	})
}

func copyOf(path terraform.ValuePath) terraform.ValuePath {
	return append(terraform.ValuePath{}, path...)
}

// index of a file that a text comes from: of the configuration, or one that a
// function has read.
func (r *run) index(file string) *places.Index {
	r.learn(file)
	return r.found.index(file)
}
