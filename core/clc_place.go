package main

import (
	"strings"

	"github.com/ajeddeloh/yaml"
	"github.com/coreos/container-linux-config-transpiler/config/templating"
)

// The transpiler's reports have no paths, and some entries have no line. This
// file finds both again in the YAML tree.

// yamlNode is a node of a Container Linux Config and the path that leads to it.
type yamlNode struct {
	*yaml.Node
	path []any
}

// placeCLC completes and sorts entries on a Container Linux Config.
func placeCLC(params clcParams, entries []entry) []entry {
	if len(entries) > 0 {
		keys, values := yamlNodes(params.Source)
		for i := range entries {
			placeCLCEntry(&entries[i], params.Platform, keys, values)
		}
	}
	sortEntries(entries)
	return entries
}

func placeCLCEntry(e *entry, platform string, keys, values []yamlNode) {
	switch {
	case e.Line > 0 && namesKey(e.Message):
		e.Path = pathAt(keys, e.Line, e.Column)
	case e.Line > 0:
		e.Path = pathAt(values, e.Line, e.Column)
	case messageLine(e.Message) > 0:
		e.Line = messageLine(e.Message)
	default:
		if culprit, ok := dynamicDataCulprit(values, platform, e.Message); ok {
			e.Path = culprit.path
			e.Line, e.Column = culprit.Line+1, culprit.Column+1
		}
	}
}

// namesKey tells the entries whose position is that of a key. The words are
// those of config/validate in Ignition 0.35.
func namesKey(message string) bool {
	return strings.HasPrefix(message, "Config has unrecognized key: ") ||
		strings.HasPrefix(message, "Did you mean ")
}

// pathAt gives the path of the outermost node that starts at a position: a
// mapping starts where its first key does.
func pathAt(nodes []yamlNode, line, column int) []any {
	for _, node := range nodes {
		if node.Line+1 == line && node.Column+1 == column {
			return node.path
		}
	}
	return []any{}
}

// dynamicDataCulprit finds the first value whose `{FIELD}` the platform does
// not fill in, for errors of etcd and flannel options, which come without any
// position.
func dynamicDataCulprit(values []yamlNode, platform, message string) (yamlNode, bool) {
	for _, node := range values {
		if len(node.path) == 0 || (node.path[0] != "etcd" && node.path[0] != "flannel") {
			continue
		}
		if node.Kind != yaml.ScalarNode || !templating.HasTemplating([]string{node.Value}) {
			continue
		}
		if platform == "" {
			return node, true
		}
		if _, err := templating.PerformTemplating(platform, []string{node.Value}); err != nil && err.Error() == message {
			return node, true
		}
	}
	return yamlNode{}, false
}

// yamlNodes lists the keys and the values of a document, outer before inner,
// with their paths. It is empty for text that is not YAML.
func yamlNodes(source string) (keys, values []yamlNode) {
	document := parseYAML(source)
	if document == nil {
		return nil, nil
	}
	var walk func(node *yaml.Node, path []any)
	walk = func(node *yaml.Node, path []any) {
		values = append(values, yamlNode{node, path})
		switch node.Kind {
		case yaml.MappingNode:
			for i := 0; i+1 < len(node.Children); i += 2 {
				child := childPath(path, node.Children[i].Value)
				keys = append(keys, yamlNode{node.Children[i], child})
				walk(node.Children[i+1], child)
			}
		case yaml.SequenceNode:
			for i, item := range node.Children {
				walk(item, childPath(path, i))
			}
		}
	}
	for _, child := range document.Children {
		walk(child, []any{})
	}
	return keys, values
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
