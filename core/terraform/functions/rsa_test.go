package functions

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestRSADecrypt(t *testing.T) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	cipher, err := rsa.EncryptPKCS1v15(rand.Reader, &key.PublicKey, []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	inPKCS8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for kind, bytes := range map[string][]byte{
		"RSA PRIVATE KEY": x509.MarshalPKCS1PrivateKey(key), "PRIVATE KEY": inPKCS8,
	} {
		written := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes})
		result := call(t, "rsadecrypt", cty.StringVal(base64.StdEncoding.EncodeToString(cipher)), cty.StringVal(string(written)))
		if result.AsString() != "secret" {
			t.Errorf("%s: %#v", kind, result)
		}
	}
}
