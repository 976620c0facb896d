package evaluate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/module"
)

// world is a configuration in a folder of its own.
type world struct {
	t      *testing.T
	folder string
	params terraform.RenderParams
	host   *inventingHost
}

// newWorld writes an archive: files behind lines of the form -- name --, the
// first of which, when it has none, is main.tf.
func newWorld(t *testing.T, archive string) *world {
	t.Helper()
	w := &world{t: t, folder: t.TempDir(), host: &inventingHost{}}
	name, content := "main.tf", []string(nil)
	for _, line := range strings.Split(archive, "\n") {
		if strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --") {
			w.write(name, content)
			name, content = strings.Trim(line, "- "), nil
			continue
		}
		content = append(content, line)
	}
	w.write(name, content)
	w.params = terraform.RenderParams{Workspace: "default"}
	w.params.Modules = nodes(w.folder, ".", "", 0)
	return w
}

func (w *world) write(name string, lines []string) {
	place := filepath.Join(w.folder, name)
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(place, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// nodes finds the modules that are called by relative paths.
func nodes(folder, path, key string, depth int) []terraform.ModuleNode {
	found := []terraform.ModuleNode{{Key: key, Folder: folder, Path: path}}
	declared := module.Load(folder)
	for _, name := range sortedKeys(declared.Calls) {
		call := declared.Calls[name]
		if call.Source == nil || !strings.HasPrefix(*call.Source, ".") || depth > maxDepth+1 {
			continue
		}
		child := strings.TrimPrefix(key+"."+name, ".")
		found = append(found, nodes(filepath.Join(folder, *call.Source), filepath.Join(path, *call.Source), child, depth+1)...)
	}
	return found
}

func (w *world) set(values map[string]any) *world {
	w.params.Variables = append(w.params.Variables, terraform.VariableInput{Kind: "values", Values: values})
	return w
}

func (w *world) render() terraform.RenderResult {
	cache := NewCache()
	cache.allowed = []string{w.folder}
	return cache.Render(w.params, w.host)
}

// inventingHost answers every attribute that is read with its own address, and
// notes what it was asked.
type inventingHost struct {
	asked   []terraform.ResourceRequest
	answers map[string]terraform.ResourceAnswer
	err     error
	// echo answers terraform_data as Terraform plans it.
	echo bool
}

func (h *inventingHost) Resource(request terraform.ResourceRequest) (terraform.ResourceAnswer, error) {
	h.asked = append(h.asked, request)
	if h.err != nil {
		return terraform.ResourceAnswer{}, h.err
	}
	if config, isObject := request.Config.(map[string]any); isObject && h.echo && request.Type == "terraform_data" {
		return terraform.ResourceAnswer{Values: map[string]any{"output": config["input"], "id": request.Address}}, nil
	}
	if answer, found := h.answers[request.Type]; found {
		return answer, nil
	}
	answer := terraform.ResourceAnswer{Values: map[string]any{"id": request.Address + ".id"}, Placeholders: []string{"id"}}
	for _, path := range request.Reads {
		name, _, isNested := strings.Cut(path, ".")
		if _, isSet := request.Config.(map[string]any)[name]; !isSet && !isNested && strings.HasPrefix(name, "made_") {
			answer.Values[name] = request.Address + "." + name
			answer.Placeholders = append(answer.Placeholders, name)
		}
	}
	return answer, nil
}
