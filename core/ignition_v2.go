package main

import (
	"io"
	"reflect"

	legacyjson "github.com/ajeddeloh/go-json"
	"github.com/coreos/ignition/config/shared/errors"
	"github.com/coreos/ignition/config/validate"
	"github.com/coreos/ignition/config/validate/astnode"
)

// checkV2 validates a config of exactly the version that C belongs to. It does
// what the Parse function of that version does, with two differences.
//
// A value of the wrong type is reported where it stands; Parse takes such a
// config for one of an older version, and says in the end only that version 1
// does not know it.
//
// And upstream is given nodes of our own: its report has room for a line and a
// column only, and it counts them again from the start of the source for every
// node, which is quadratic.
func checkV2[C any](source string) ([]entry, error) {
	var config C
	if err := legacyjson.Unmarshal([]byte(source), &config); err != nil {
		return []entry{typeErrorV2(source, err)}, errors.ErrInvalid
	}
	var root legacyjson.Node
	if err := legacyjson.Unmarshal([]byte(source), &root); err != nil {
		return []entry{typeErrorV2(source, err)}, errors.ErrInvalid
	}
	numbering := numbering{source: source}
	node := numbering.number(root, nil)
	report := validate.Validate(reflect.ValueOf(config), node, neverRead{}, true)
	entries := fromReportV2(report)
	for i := range entries {
		numbering.resolve(&entries[i])
	}
	sortEntries(entries)
	if report.IsFatal() {
		return entries, errors.ErrInvalid
	}
	return entries, nil
}

func typeErrorV2(source string, err error) entry {
	found := entry{Kind: "error", Message: err.Error(), Path: []any{}}
	if mismatch, ok := err.(*legacyjson.UnmarshalTypeError); ok {
		found.Line, found.Column = offsetPosition(source, int(mismatch.Offset))
	}
	return found
}

// numbering gives every node of a document a number, which travels through
// upstream's report in place of a line and leads back to the node's place.
type numbering struct {
	source string
	places []place
}

type place struct {
	path   *nodePath
	offset int // in bytes, of the first byte
}

// numberedNode is a JSON node as upstream's validator walks it. The number of
// its key, where it has one, is the one after that of its value.
type numberedNode struct {
	number int
	value  any
	fields map[string]astnode.AstNode // nil unless the node is an object
	items  []numberedNode
}

func (n *numbering) number(node legacyjson.Node, path *nodePath) numberedNode {
	numbered := numberedNode{number: len(n.places) + 1, value: node.Value}
	n.places = append(n.places, place{path, firstByte(node)}, place{path, node.KeyStart})
	switch value := node.Value.(type) {
	case map[string]legacyjson.Node:
		numbered.fields = make(map[string]astnode.AstNode, len(value))
		for key, field := range value {
			numbered.fields[key] = n.number(field, path.child(key))
		}
	case []legacyjson.Node:
		for i, item := range value {
			numbered.items = append(numbered.items, n.number(item, path.child(i)))
		}
	}
	return numbered
}

// firstByte corrects Start, which is past the bracket of an object or array.
func firstByte(node legacyjson.Node) int {
	switch node.Value.(type) {
	case map[string]legacyjson.Node, []legacyjson.Node:
		return node.Start - 1
	default:
		return node.Start
	}
}

// resolve replaces the number in an entry by the place it stands for.
func (n *numbering) resolve(e *entry) {
	if e.Line == 0 {
		return
	}
	place := n.places[e.Line-1]
	e.Path = place.path.elements()
	e.Line, e.Column = offsetPosition(n.source, place.offset)
}

// ValueLineCol answers with the number of the node. Upstream passes no source
// where it wants no position.
func (n numberedNode) ValueLineCol(source io.ReadSeeker) (int, int, string) {
	if source == nil {
		return 0, 0, ""
	}
	return n.number, 0, ""
}

// KeyLineCol answers with the number of the node's key.
func (n numberedNode) KeyLineCol(source io.ReadSeeker) (int, int, string) {
	if source == nil {
		return 0, 0, ""
	}
	return n.number + 1, 0, ""
}

// LiteralValue gives the decoded value.
func (n numberedNode) LiteralValue() any { return n.value }

// SliceChild gives an element of an array.
func (n numberedNode) SliceChild(index int) (astnode.AstNode, bool) {
	if index >= len(n.items) {
		return numberedNode{}, false
	}
	return n.items[index], true
}

// KeyValueMap gives the members of an object.
func (n numberedNode) KeyValueMap() (map[string]astnode.AstNode, bool) {
	return n.fields, n.fields != nil
}

// Tag names the struct tag that holds the keys of the format.
func (n numberedNode) Tag() string { return "json" }

// neverRead stands for "there is a source"; the nodes above do not look at it.
type neverRead struct{}

func (neverRead) Read([]byte) (int, error)       { return 0, io.EOF }
func (neverRead) Seek(int64, int) (int64, error) { return 0, nil }
