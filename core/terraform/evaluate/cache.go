package evaluate

import (
	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/functions"
	"windtunnel/core/terraform/module"
	"windtunnel/core/terraform/places"
)

// Cache keeps what was read from folders and files, for as long as they do not
// change. It is not safe for use by several goroutines.
type Cache struct {
	modules map[string]*module.Module
	reads   map[*module.Module]map[string][]string
	texts   *expression.Cache
	// indexes of files whose bytes are known.
	indexes map[string]*places.Index
	// allowed are folders that may be read; none means those of the mounts.
	allowed []string
}

// NewCache makes an empty one.
func NewCache() *Cache {
	return &Cache{
		modules: map[string]*module.Module{},
		reads:   map[*module.Module]map[string][]string{},
		texts:   expression.NewCache(),
		indexes: map[string]*places.Index{},
	}
}

// Load is module.Load, once for each folder. One in which nothing is yet may be
// filled later.
func (c *Cache) Load(folder string) *module.Module {
	if known := c.modules[folder]; known != nil {
		return known
	}
	loaded := module.Load(folder)
	if len(loaded.Sources) > 0 {
		c.modules[folder] = loaded
	}
	return loaded
}

func (c *Cache) readsOf(m *module.Module) map[string][]string {
	if c.reads[m] == nil {
		c.reads[m] = module.Reads(m)
	}
	return c.reads[m]
}

// file gives what a function read; nil for other files.
func (c *Cache) file(name string) []byte { return c.texts.Source(name) }

// functions are those of all expressions: paths are relative to the root module
// wherever the expression stands.
func (c *Cache) functions(params terraform.RenderParams, folder string) *hcl.EvalContext {
	reader := c.reader(params, folder)
	table := expression.Functions(functions.Table(reader), reader, c.texts)
	return &hcl.EvalContext{Functions: functions.Namespaced(table)}
}
