package functions

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/text"
)

// UUID is what uuid() gives: the same at every call and in every run.
const UUID = "00000000-0000-4000-8000-000000000000"

var uuid = function.New(&function.Spec{
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func([]cty.Value, cty.Type) (cty.Value, error) {
		return cty.StringVal(UUID).Mark(text.Placeholder{Address: "uuid()"}), nil
	},
})

// https://www.rfc-editor.org/rfc/rfc9562#section-6.6
var namespaces = map[string]string{
	"dns":  "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
	"url":  "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
	"oid":  "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
	"x500": "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
}

var uuidV5 = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("namespace", cty.String), parameter("name", cty.String)},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		said := args[0].AsString()
		known, isName := namespaces[said]
		if !isName {
			known = said
		}
		namespace, err := parseUUID(known)
		if err != nil {
			return cty.NilVal, fmt.Errorf("uuidv5() doesn't support namespace %s (%w)", said, err)
		}
		return cty.StringVal(uuidOfName(namespace, args[1].AsString())), nil
	},
})

// uuidOfName is version 5: https://www.rfc-editor.org/rfc/rfc9562#section-5.5
func uuidOfName(namespace []byte, name string) string {
	sum := sha1.Sum(append(namespace, name...))
	sum[6] = sum[6]&0x0f | 0x50
	sum[8] = sum[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// parseUUID takes the plain form, with braces, as an URN, and without hyphens.
func parseUUID(said string) ([]byte, error) {
	length := len(said)
	switch length {
	case 45:
		if !strings.EqualFold(said[:9], "urn:uuid:") {
			return nil, fmt.Errorf("invalid urn prefix: %q", said[:9])
		}
		said = said[9:]
	case 38:
		said = said[1:37]
	case 36, 32:
	default:
		return nil, fmt.Errorf("invalid UUID length: %d", length)
	}
	if len(said) == 36 {
		if said[8] != '-' || said[13] != '-' || said[18] != '-' || said[23] != '-' {
			return nil, fmt.Errorf("invalid UUID format")
		}
		said = said[:8] + said[9:13] + said[14:18] + said[19:23] + said[24:]
	}
	raw, err := hex.DecodeString(said)
	if err != nil || len(raw) != 16 {
		return nil, fmt.Errorf("invalid UUID format")
	}
	return raw, nil
}
