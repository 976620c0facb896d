package main

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// request is what the host sends: one method of the table below, and its
// parameters as that method's own struct describes them.
type request struct {
	Method string          `json:"method"`
	Params json.RawMessage `json:"params"`
}

// response holds a result or an error, never both.
type response struct {
	Result any      `json:"result,omitempty"`
	Error  *failure `json:"error,omitempty"`
}

// failure is a call that could not be answered at all. Kind is "usage" when
// the request is at fault and "panic" when upstream code panicked; a config
// that is merely wrong is a result, not a failure.
type failure struct {
	Kind    string `json:"kind"`
	Message string `json:"message"`
}

type handler func(params json.RawMessage) (any, *failure)

var methods = map[string]handler{
	"butane.translate":  typed(translateButane),
	"clc.convert":       typed(convertCLC),
	"ignition.validate": typed(validateIgnition),
	"ignition.merge":    typed(mergeIgnition),
	"shell.parse":       typed(parseShell),
	"core.versions":     typed(listVersions),

	"terraform.load":     typed(loadTerraform),
	"terraform.render":   typed(renderTerraform),
	"terraform.evaluate": typed(evaluateTerraform),
}

// typed makes a handler of a function with a parameter struct. An unknown
// parameter is refused: a misspelt option would otherwise be ignored in
// silence.
func typed[P, R any](method func(P) (R, *failure)) handler {
	return func(raw json.RawMessage) (any, *failure) {
		var params P
		if len(raw) > 0 {
			decoder := json.NewDecoder(bytes.NewReader(raw))
			decoder.DisallowUnknownFields()
			if err := decoder.Decode(&params); err != nil {
				return nil, usage("params: %v", err)
			}
		}
		return method(params)
	}
}

// handle answers one request. It always returns a JSON object on one line.
func handle(raw []byte) []byte {
	result, failed := dispatch(raw)
	if failed != nil {
		return encode(response{Error: failed})
	}
	return encode(response{Result: result})
}

func dispatch(raw []byte) (result any, failed *failure) {
	// Upstream dereferences what a hostile config can make nil; that must not
	// take the instance down. Only the value is told: a stack holds addresses,
	// which differ from run to run.
	defer func() {
		if value := recover(); value != nil {
			result, failed = nil, &failure{Kind: "panic", Message: fmt.Sprint(value)}
		}
	}()
	var req request
	if err := json.Unmarshal(raw, &req); err != nil {
		return nil, usage("request: %v", err)
	}
	method, ok := methods[req.Method]
	if !ok {
		return nil, usage("unknown method %q", req.Method)
	}
	return method(req.Params)
}

func usage(format string, args ...any) *failure {
	return &failure{Kind: "usage", Message: fmt.Sprintf(format, args...)}
}

// encode leaves `<`, `>` and `&` alone, which json.Marshal would escape:
// configs are full of them and the reader is no browser.
func encode(value response) []byte {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		// Results are structs of strings and numbers; this is a defect here.
		return []byte(`{"error":{"kind":"panic","message":"response is not JSON"}}`)
	}
	return bytes.TrimSuffix(buffer.Bytes(), []byte("\n"))
}
