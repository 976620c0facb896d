package functions

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var rsaDecrypt = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "ciphertext", Type: cty.String, AllowMarked: true},
		{Name: "privatekey", Type: cty.String, AllowMarked: true},
	},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		said, marks := args[0].Unmark()
		key, keyMarks := args[1].Unmark()
		cipher, err := base64.StdEncoding.DecodeString(said.AsString())
		if err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "failed to decode input %s: cipher text must be base64-encoded", quoted(said.AsString(), marks))
		}
		private, err := parseRSAKey(key.AsString())
		if err != nil {
			return cty.NilVal, function.NewArgError(1, err)
		}
		plain, err := rsa.DecryptPKCS1v15(nil, private, cipher)
		if err != nil {
			return cty.NilVal, errors.New("failed to decrypt: " + strings.TrimPrefix(err.Error(), "crypto/rsa: "))
		}
		return cty.StringVal(string(plain)).WithMarks(marks, keyMarks), nil
	},
})

func parseRSAKey(said string) (*rsa.PrivateKey, error) {
	block, _ := pem.Decode([]byte(said))
	if block == nil {
		return nil, errors.New("invalid private key: ssh: no key found")
	}
	var key any
	var err error
	switch block.Type {
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	case "PRIVATE KEY":
		key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
	default:
		return nil, errors.New("invalid private key: ssh: unsupported key type \"" + block.Type + "\"")
	}
	if err != nil {
		return nil, errors.New("invalid private key: " + err.Error())
	}
	private, isRSA := key.(*rsa.PrivateKey)
	if !isRSA {
		return nil, errors.New("invalid private key: not an RSA key")
	}
	return private, nil
}
