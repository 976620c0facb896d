package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestHandleAnswersEveryRequest(t *testing.T) {
	methods["test.panic"] = func(json.RawMessage) (any, *failure) { panic("upstream fell over") }
	defer delete(methods, "test.panic")

	for request, want := range map[string]string{
		``:                           `"kind":"usage"`,
		`[]`:                         `"kind":"usage"`,
		`{"method":"butane.bake"}`:   `"kind":"usage","message":"unknown method \"butane.bake\""`,
		`{"method":"test.panic"}`:    `{"error":{"kind":"panic","message":"upstream fell over"}}`,
		`{"method":"core.versions"}`: `"go":"go1.`,
		`{"method":"shell.parse"}`:   `unknown dialect`,
		`{"method":"shell.parse","params":{"sauce":""}}`:                           `unknown field \"sauce\"`,
		`{"method":"shell.parse","params":{"source":"a <b >&c","dialect":"bash"}}`: `{"result":{"entries":[]}}`,
	} {
		if got := string(handle([]byte(request))); !strings.Contains(got, want) {
			t.Errorf("%s\n got %s\nwant %s", request, got, want)
		}
	}
}

func TestResponsesAreOneLineAndNotEscapedForHTML(t *testing.T) {
	request := `{"method":"butane.translate","params":{"source":"variant: fcos\nversion: 1.5.0\n<a&b>: 1\n"}}`
	got := handle([]byte(request))
	if bytes.Contains(got, []byte("\n")) || !bytes.Contains(got, []byte("unused key <a&b>")) {
		t.Errorf("got %s", got)
	}
}
