// Reads streams of manifests with Kubernetes' own libraries. Takes one JSON string a line, and answers each with a
// line: a list of documents, each with its value as JSON or the error.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"unicode"

	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	kjson "sigs.k8s.io/json"
	"sigs.k8s.io/yaml"
)

// document holds strings as "s..." and numbers as "n..." with all their digits.
type document struct {
	Value any    `json:"value"`
	Error string `json:"error,omitempty"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			var text string
			if err := json.Unmarshal(line, &text); err != nil {
				panic(err)
			}
			if err := answers.Encode(readStream(text)); err != nil {
				panic(err)
			}
		}
		if err != nil {
			return
		}
	}
}

// readStream does what YAMLOrJSONDecoder does, which hands on no raw YAML and so cannot be asked for strict reading.
func readStream(text string) []document {
	documents := []document{}
	_, _, isJSON := utilyaml.GuessJSONStream(strings.NewReader(text), 4096)
	if !isJSON {
		return readYAML(text, documents)
	}
	decoder := json.NewDecoder(strings.NewReader(text))
	for {
		start := decoder.InputOffset()
		var raw json.RawMessage
		err := decoder.Decode(&raw)
		if err == io.EOF {
			return documents
		}
		if err == nil {
			documents = append(documents, readJSON(raw))
			continue
		}
		if len(documents) > 1 {
			return append(documents, document{Error: err.Error()})
		}
		rest := text[start:]
		if len(documents) > 0 {
			rest = behindLine(rest)
		}
		return readYAML(rest, documents)
	}
}

// As the stream's decoder does before it goes over to YAML.
func behindLine(text string) string {
	trimmed := strings.TrimLeftFunc(text, func(r rune) bool { return r != '\n' && unicode.IsSpace(r) })
	return strings.TrimPrefix(trimmed, "\n")
}

func readYAML(text string, documents []document) []document {
	reader := utilyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	for {
		chunk, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return documents
		}
		if err != nil {
			return append(documents, document{Error: err.Error()})
		}
		documents = append(documents, marked(yaml.YAMLToJSONStrict(chunk)))
	}
}

func readJSON(raw []byte) document {
	var value any
	strict, err := kjson.UnmarshalStrict(raw, &value)
	if err != nil {
		return document{Error: err.Error()}
	}
	if len(strict) > 0 {
		return document{Error: strict[0].Error()}
	}
	return marked(json.Marshal(value))
}

func marked(encoded []byte, err error) document {
	if err != nil {
		return document{Error: err.Error()}
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(encoded))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return document{Error: err.Error()}
	}
	return document{Value: mark(value)}
}

func mark(value any) any {
	switch value := value.(type) {
	case string:
		return "s" + value
	case json.Number:
		return "n" + value.String()
	case []any:
		for index := range value {
			value[index] = mark(value[index])
		}
	case map[string]any:
		for key := range value {
			value[key] = mark(value[key])
		}
	}
	return value
}
