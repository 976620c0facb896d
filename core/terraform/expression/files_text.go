package expression

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/text"
)

// fileTexts reads files for the functions whose result is what is in a file.
type fileTexts struct {
	reader files.Reader
	cache  *Cache
}

// read gives the content of the file that an expression calls name, and where
// it is in the mounts.
func (f fileTexts) read(name string) (content, place string, err error) {
	place, err = f.reader.Resolve(name)
	if err != nil {
		return "", "", err
	}
	if known, found := f.cache.sources[place]; found {
		return string(known), place, nil
	}
	source, err := f.reader.Read(name)
	if err != nil {
		return "", "", err
	}
	f.cache.sources[place] = source
	return string(source), place, nil
}

// describe gives a function whose text is made of a file's content by made;
// whatever it cannot do is left to base, which has the words for it.
func (f fileTexts) describe(base function.Function, made func(content, place string) (cty.Value, bool)) function.Function {
	name := open(base.Params()[0])
	return function.New(&function.Spec{
		Description: base.Description(),
		Params:      []function.Parameter{name},
		Type:        function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			bare, marks := text.With(args[0], nil).Unmark()
			if isText(bare) {
				content, place, err := f.read(bare.AsString())
				if value, ok := made(content, place); err == nil && ok {
					return value.WithMarks(marks), nil
				}
			}
			result, err := base.Call(args)
			if err != nil {
				return cty.NilVal, err
			}
			return text.With(result, nil), nil
		},
	})
}

// fileText is file(path): all of it stands in the file.
func fileText(content, place string) (cty.Value, bool) {
	if !utf8.ValidString(content) {
		return cty.NilVal, false
	}
	value := cty.StringVal(content)
	return value.Mark(fileMap(value.AsString(), content, place)), true
}

// fileBase64 is filebase64(path).
func fileBase64(content, place string) (cty.Value, bool) {
	if len(content) > text.MaxLength/2 {
		return cty.NilVal, false
	}
	m := fileMap(content, content, place)
	m.Base64 = true
	return cty.StringVal(base64.StdEncoding.EncodeToString([]byte(content))).Mark(m), true
}

// fileMap describes said, which differs from the content of its file in no
// more than Unicode normalisation: lines that do are values of their line.
func fileMap(said, content, place string) *text.Map {
	var b text.Builder
	at := hcl.InitialPos
	if said == content {
		b.AddAs(said, text.Run{File: place, Start: at, Literal: true})
		return b.Map()
	}
	lines := strings.SplitAfter(content, "\n")
	for index, line := range strings.SplitAfter(said, "\n") {
		end := text.Advance(at, lines[index])
		b.AddAs(line, text.Run{File: place, Start: at, End: end, Literal: line == lines[index]})
		at = end
	}
	return b.Map()
}
