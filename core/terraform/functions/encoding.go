package functions

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"net/url"
	"unicode/utf8"

	yaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var encodings = map[string]function.Function{
	"base64decode":     base64Decode,
	"base64encode":     ofText("str", func(said string) (string, error) { return base64.StdEncoding.EncodeToString([]byte(said)), nil }),
	"base64gzip":       ofText("str", base64Gzip),
	"csvdecode":        stdlib.CSVDecodeFunc,
	"jsondecode":       stdlib.JSONDecodeFunc,
	"jsonencode":       stdlib.JSONEncodeFunc,
	"textdecodebase64": textDecodeBase64,
	"textencodebase64": textEncodeBase64,
	"urlencode":        ofText("str", func(said string) (string, error) { return url.QueryEscape(said), nil }),
	"yamldecode":       yaml.YAMLDecodeFunc,
	"yamlencode":       yaml.YAMLEncodeFunc,
}

var base64Decode = function.New(&function.Spec{
	Params:       []function.Parameter{{Name: "str", Type: cty.String, AllowMarked: true}},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		value, marks := args[0].Unmark()
		decoded, err := base64.StdEncoding.DecodeString(value.AsString())
		if err != nil {
			return cty.NilVal, fmt.Errorf("failed to decode base64 data %s", quoted(value.AsString(), marks))
		}
		if !utf8.Valid(decoded) {
			return cty.NilVal, errors.New("the result of decoding the provided string is not valid UTF-8")
		}
		return cty.StringVal(string(decoded)).WithMarks(marks), nil
	},
})

// base64Gzip flushes before it closes, as Terraform does, for the same bytes.
func base64Gzip(said string) (string, error) {
	var packed bytes.Buffer
	writer := gzip.NewWriter(&packed)
	_, err := writer.Write([]byte(said))
	if err := errors.Join(err, writer.Flush(), writer.Close()); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(packed.Bytes()), nil
}

// quoted is how an error names a text of the configuration.
func quoted(said string, marks cty.ValueMarks) string {
	if len(marks) > 0 && (hasSensitive(marks) || isSecret(marks)) {
		return "(sensitive value)"
	}
	return fmt.Sprintf("%q", said)
}
