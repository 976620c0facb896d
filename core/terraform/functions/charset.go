package functions

import (
	"encoding/base64"
	"errors"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/ianaindex"
)

var textEncodeBase64 = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("string", cty.String), parameter("encoding", cty.String)},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		charset, name, err := charsetOf(args[1])
		if err != nil {
			return cty.NilVal, err
		}
		encoded, err := charset.NewEncoder().Bytes([]byte(args[0].AsString()))
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "the given string contains characters that cannot be represented in %s", name)
		}
		return cty.StringVal(base64.StdEncoding.EncodeToString(encoded)), nil
	},
})

var textDecodeBase64 = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("source", cty.String), parameter("encoding", cty.String)},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		charset, name, err := charsetOf(args[1])
		if err != nil {
			return cty.NilVal, err
		}
		raw, err := base64.StdEncoding.DecodeString(args[0].AsString())
		if at := base64.CorruptInputError(0); errors.As(err, &at) {
			return cty.NilVal, function.NewArgErrorf(0, "the given value is has an invalid base64 symbol at offset %d", int64(at))
		}
		decoded, err := charset.NewDecoder().Bytes(raw)
		// What cannot be decoded becomes U+FFFD.
		if err != nil || !utf8.Valid(decoded) || containsReplacement(decoded) {
			return cty.NilVal, function.NewArgErrorf(0, "the given string contains symbols that are not defined for %s", name)
		}
		return cty.StringVal(string(decoded)), nil
	},
})

func containsReplacement(decoded []byte) bool {
	for _, each := range string(decoded) {
		if each == utf8.RuneError {
			return true
		}
	}
	return false
}

func charsetOf(value cty.Value) (encoding.Encoding, string, error) {
	charset, err := ianaindex.IANA.Encoding(value.AsString())
	if err != nil || charset == nil {
		return nil, "", function.NewArgErrorf(1, "%q is not a supported IANA encoding name or alias in this Terraform version", value.AsString())
	}
	name, err := ianaindex.IANA.Name(charset)
	if err != nil {
		name = value.AsString()
	}
	return charset, name, nil
}
