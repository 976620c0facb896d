package functions

import (
	"errors"
	"path"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/text"
)

func absPath(reader files.Reader) function.Function {
	return ofText("path", func(name string) (string, error) {
		if path.IsAbs(name) {
			return path.Clean(name), nil
		}
		return path.Join(reader.Root, name), nil
	})
}

// pathExpand leaves the home directory unsaid: there is none, and nothing of
// one may be read.
var pathExpand = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("path", cty.String)},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		name := args[0].AsString()
		if !strings.HasPrefix(name, "~") {
			return args[0], nil
		}
		if len(name) > 1 && name[1] != '/' {
			return cty.NilVal, errors.New("cannot expand user-specific home dir")
		}
		return args[0].Mark(text.Placeholder{Address: "pathexpand()"}), nil
	},
})
