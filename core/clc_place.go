package main

import (
	"strings"

	"github.com/ajeddeloh/yaml"
	"github.com/coreos/container-linux-config-transpiler/config/templating"
)

// The transpiler's reports have no paths, and some entries have no line. This
// file finds both again in the YAML tree.

// yamlPlaces is what a document's nodes are found by.
type yamlPlaces struct {
	keys, values map[yamlPosition]*nodePath
	// dynamic holds the options of etcd and flannel with a `{FIELD}` in them,
	// in the order of the document.
	dynamic []dynamicOption
}

// yamlPosition counts from 1, as reports do.
type yamlPosition struct{ line, column int }

type dynamicOption struct {
	value string
	path  *nodePath
	at    yamlPosition
}

// placeCLC completes and sorts entries on a Container Linux Config.
func placeCLC(params clcParams, entries []entry) []entry {
	if len(entries) > 0 {
		places := findYAMLPlaces(params.Source)
		for i := range entries {
			places.complete(&entries[i], params.Platform)
		}
	}
	sortEntries(entries)
	return entries
}

func (p *yamlPlaces) complete(e *entry, platform string) {
	at := yamlPosition{e.Line, e.Column}
	switch {
	case e.Line > 0 && namesKey(e.Message):
		e.Path = p.keys[at].elements()
	case e.Line > 0:
		e.Path = p.values[at].elements()
	case messageLine(e.Message) > 0:
		e.Line = messageLine(e.Message)
	default:
		if culprit := p.unfilled(platform, e.Message); culprit != nil {
			e.Path = culprit.path.elements()
			e.Line, e.Column = culprit.at.line, culprit.at.column
		}
	}
}

// namesKey tells the entries whose position is that of a key. The words are
// those of config/validate in Ignition 0.35.
func namesKey(message string) bool {
	return strings.HasPrefix(message, "Config has unrecognized key: ") ||
		strings.HasPrefix(message, "Did you mean ")
}

// unfilled finds the first option whose `{FIELD}` the platform does not fill
// in, for the errors of etcd and flannel options, which come without any
// position; nil when there is none.
func (p *yamlPlaces) unfilled(platform, message string) *dynamicOption {
	for i, option := range p.dynamic {
		if platform == "" {
			return &p.dynamic[i]
		}
		_, err := templating.PerformTemplating(platform, []string{option.value})
		if err != nil && err.Error() == message {
			return &p.dynamic[i]
		}
	}
	return nil
}

// findYAMLPlaces walks a document. There is nothing to find in text that is
// not YAML.
func findYAMLPlaces(source string) *yamlPlaces {
	places := &yamlPlaces{keys: map[yamlPosition]*nodePath{}, values: map[yamlPosition]*nodePath{}}
	if document := parseYAML(source); document != nil {
		for _, root := range document.Children {
			places.addValue(root, nil)
		}
	}
	return places
}

func (p *yamlPlaces) addValue(node *yaml.Node, path *nodePath) {
	at := yamlPosition{node.Line + 1, node.Column + 1}
	// The outermost node stays: a mapping starts where its first key does.
	if _, taken := p.values[at]; !taken {
		p.values[at] = path
	}
	switch node.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Children); i += 2 {
			key, child := node.Children[i], path.child(node.Children[i].Value)
			p.keys[yamlPosition{key.Line + 1, key.Column + 1}] = child
			p.addValue(node.Children[i+1], child)
		}
	case yaml.SequenceNode:
		for i, item := range node.Children {
			p.addValue(item, path.child(i))
		}
	case yaml.ScalarNode:
		if takesDynamicData(path) && templating.HasTemplating([]string{node.Value}) {
			p.dynamic = append(p.dynamic, dynamicOption{node.Value, path, at})
		}
	}
}

// takesDynamicData tells the options of etcd and flannel.
func takesDynamicData(path *nodePath) bool {
	if path == nil || path.parent == nil || path.parent.parent != nil {
		return false
	}
	return path.parent.element == "etcd" || path.parent.element == "flannel"
}

// parseYAML gives the first document, nil when there is none. UnmarshalToNode
// panics on a syntax error.
func parseYAML(source string) (document *yaml.Node) {
	defer func() {
		if recover() != nil {
			document = nil
		}
	}()
	return yaml.UnmarshalToNode([]byte(source))
}
