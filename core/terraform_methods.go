package main

import (
	"bytes"
	"encoding/json"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/console"
	"windtunnel/core/terraform/evaluate"
	"windtunnel/core/terraform/module"
)

type loadTerraformParams struct {
	Folder string `json:"folder"`
}

func loadTerraform(params loadTerraformParams) (terraform.ModuleFacts, *failure) {
	return module.Facts(module.Load(params.Folder)), nil
}

func renderTerraform(params terraform.RenderParams) (terraform.RenderResult, *failure) {
	return evaluate.Render(params, jsHost{}), nil
}

func evaluateTerraform(params terraform.EvaluateParams) (terraform.EvaluateResult, *failure) {
	return console.Evaluate(params.Expressions), nil
}

// readAnswer keeps numbers as they are written: a float64 would round those
// above 2^53.
func readAnswer(said []byte) (answer terraform.ResourceAnswer, err error) {
	decoder := json.NewDecoder(bytes.NewReader(said))
	decoder.UseNumber()
	err = decoder.Decode(&answer)
	return answer, err
}
