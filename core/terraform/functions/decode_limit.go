package functions

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// checkJSON counts what a decoder would make, without making it.
func checkJSON(said string) error {
	depth, elements, isInText := 0, 0, false
	for i := 0; i < len(said); i++ {
		switch said[i] {
		case '"':
			isInText = !isInText
		case '\\':
			i++
		case '[', '{':
			if !isInText {
				depth++
			}
		case ']', '}':
			if !isInText {
				depth--
			}
		case ',':
			if !isInText {
				elements++
			}
		}
		if depth > maxDepth {
			return errDepth
		}
	}
	if elements > MaxElements {
		return errElements
	}
	return nil
}

// checkYAML bounds what aliases grow to: a few lines of them can stand for more
// values than a machine holds.
func checkYAML(said string) error {
	if strings.Count(said, "\n")+strings.Count(said, ",") > MaxElements {
		return errElements
	}
	if strings.Count(said, "[")+strings.Count(said, "{") > maxDepth || deepestIndent(said) > maxDepth {
		return checkNodes(said)
	}
	if strings.Contains(said, "*") && strings.Contains(said, "&") {
		return checkNodes(said)
	}
	return nil
}

func deepestIndent(said string) int {
	deepest, current, isStart := 0, 0, true
	for i := 0; i < len(said); i++ {
		switch {
		case said[i] == '\n':
			current, isStart = 0, true
		case isStart && (said[i] == ' ' || said[i] == '-'):
			current++
			deepest = max(deepest, current)
		default:
			isStart = false
		}
	}
	return deepest
}

func checkNodes(said string) error {
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(said), &document); err != nil {
		return nil // the decoder itself says what is wrong
	}
	_, err := grownSize(&document, map[*yaml.Node]int{}, 0)
	return err
}

// grownSize counts the values below a node, those of aliases every time.
func grownSize(node *yaml.Node, known map[*yaml.Node]int, depth int) (int, error) {
	if size, is := known[node]; is {
		return size, nil
	}
	if depth > maxDepth {
		return 0, errDepth
	}
	// An alias within what it stands for: the decoder refuses it.
	known[node] = 1
	children := node.Content
	if node.Kind == yaml.AliasNode {
		children = []*yaml.Node{node.Alias}
	}
	size := 1
	for _, child := range children {
		below, err := grownSize(child, known, depth+1)
		if err != nil {
			return 0, err
		}
		if size += below; size > MaxElements {
			return 0, errElements
		}
	}
	known[node] = size
	return size, nil
}
