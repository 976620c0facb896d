package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"

	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// answerFiles prints a verdict for every document of the files, indented for people.
func answerFiles(names []string) error {
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	for _, name := range names {
		if err := answerFile(name, encoder); err != nil {
			return err
		}
	}
	return nil
}

func answerFile(name string, encoder *json.Encoder) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	documents := utilyaml.NewYAMLReader(bufio.NewReader(file))
	for {
		text, err := documents.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		document, err := yaml.YAMLToJSONStrict(text)
		if err == nil && string(document) == "null" {
			continue
		}
		answer := judge(document)
		if err != nil {
			answer = rejected(problem{Type: "decode", Detail: err.Error()})
		}
		if err := encoder.Encode(answer); err != nil {
			return err
		}
	}
}
