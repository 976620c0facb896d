package evaluate

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"windtunnel/core/terraform"
)

// A rendering of modules that are not ours: WINDTUNNEL_RENDER names files of
// RenderParams as JSON, separated by colons.
func TestRealModulesRenderOrSkipWithoutThem(t *testing.T) {
	given := os.Getenv("WINDTUNNEL_RENDER")
	if given == "" {
		t.Skip("WINDTUNNEL_RENDER is not set")
	}
	for _, name := range strings.Split(given, ":") {
		t.Run(name, func(t *testing.T) { renderReal(t, name) })
	}
}

func renderReal(t *testing.T, name string) {
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var params terraform.RenderParams
	if err := json.Unmarshal(content, &params); err != nil {
		t.Fatal(err)
	}
	cache := NewCache()
	for _, each := range params.Modules {
		cache.allowed = append(cache.allowed, each.Folder)
	}
	var first string
	for range 2 {
		started := time.Now()
		result := cache.Render(params, guessingHost{})
		t.Logf("%d resources, %d diagnostics, %v", len(result.Resources), len(result.Diagnostics), time.Since(started))
		expectNoDiagnostics(t, result)
		encoded, _ := json.MarshalIndent(result, "", " ")
		if first != "" && first != string(encoded) {
			t.Error("the second rendering differs from the first")
		}
		first = string(encoded)
	}
	if out := os.Getenv("WINDTUNNEL_RENDER_OUT"); out != "" {
		_ = os.WriteFile(out, []byte(first), 0o600)
	}
}

// guessingHost invents whatever is read, with the type that its name suggests.
type guessingHost struct{}

func (guessingHost) Resource(request terraform.ResourceRequest) (terraform.ResourceAnswer, error) {
	answer := terraform.ResourceAnswer{Values: map[string]any{"id": request.Address + "/id"}, Placeholders: []string{"id"}}
	config, _ := request.Config.(map[string]any)
	for _, path := range request.Reads {
		names := strings.Split(path, ".")
		if _, isSet := config[names[0]]; isSet && len(names) == 1 {
			continue
		}
		put(answer.Values, names, request.Address)
		answer.Placeholders = append(answer.Placeholders, names[0])
	}
	for name := range answer.Values {
		if strings.HasPrefix(name, "private_key") || name == "result" || name == "hex" {
			answer.Secret = append(answer.Secret, name)
		}
	}
	return answer, nil
}

func put(into map[string]any, names []string, address string) {
	if len(names) == 1 {
		if into[names[0]] == nil {
			into[names[0]] = guess(names[0], address)
		}
		return
	}
	inner := map[string]any{}
	if list, isList := into[names[0]].([]any); isList {
		inner = list[0].(map[string]any)
	}
	into[names[0]] = []any{inner}
	put(inner, names[1:], address)
}

func guess(name, address string) any {
	switch {
	case strings.Contains(name, "ipv6_cidr") || strings.Contains(name, "ipv6_range"):
		return "2001:db8::/56"
	case name == "names" || name == "zones" || strings.HasSuffix(name, "_ids") || strings.HasSuffix(name, "_addresses"):
		return []any{"a", "b", "c"}
	case strings.Contains(name, "cidr"):
		return "10.0.0.0/16"
	case strings.Contains(name, "port") || name == "dec":
		return 443
	}
	return address + "/" + name
}
