package main

import (
	"bytes"
	"encoding/json"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/console"
	"windtunnel/core/terraform/evaluate"
	"windtunnel/core/terraform/module"
)

// Files do not change while an instance lives: it serves one run of the tool.
var terraformCache = evaluate.NewCache()

type loadTerraformParams struct {
	Folder string `json:"folder"`
}

func loadTerraform(params loadTerraformParams) (terraform.ModuleFacts, *failure) {
	return module.Facts(terraformCache.Load(params.Folder)), nil
}

func renderTerraform(params terraform.RenderParams) (terraform.RenderResult, *failure) {
	return terraformCache.Render(params, jsHost{}), nil
}

func evaluateTerraform(params terraform.EvaluateParams) (terraform.EvaluateResult, *failure) {
	return console.Evaluate(params, nil), nil
}

// readAnswer keeps numbers as they are written: a float64 would round those
// above 2^53.
func readAnswer(said []byte) (answer terraform.ResourceAnswer, err error) {
	decoder := json.NewDecoder(bytes.NewReader(said))
	decoder.UseNumber()
	err = decoder.Decode(&answer)
	return answer, err
}
