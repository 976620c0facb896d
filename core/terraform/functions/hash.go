package functions

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"

	"github.com/zclconf/go-cty/cty/function"
)

// digest makes a short text of bytes: a hash, base64.
type digest func([]byte) string

var (
	hexOfMD5       digest = func(data []byte) string { sum := md5.Sum(data); return hex.EncodeToString(sum[:]) }
	hexOfSHA1      digest = func(data []byte) string { sum := sha1.Sum(data); return hex.EncodeToString(sum[:]) }
	hexOfSHA256    digest = func(data []byte) string { sum := sha256.Sum256(data); return hex.EncodeToString(sum[:]) }
	hexOfSHA512    digest = func(data []byte) string { sum := sha512.Sum512(data); return hex.EncodeToString(sum[:]) }
	base64OfSHA256 digest = func(data []byte) string { sum := sha256.Sum256(data); return base64.StdEncoding.EncodeToString(sum[:]) }
	base64OfSHA512 digest = func(data []byte) string { sum := sha512.Sum512(data); return base64.StdEncoding.EncodeToString(sum[:]) }
)

var hashes = map[string]function.Function{
	"base64sha256": ofDigest(base64OfSHA256),
	"base64sha512": ofDigest(base64OfSHA512),
	"bcrypt":       bcrypt,
	"md5":          ofDigest(hexOfMD5),
	"rsadecrypt":   rsaDecrypt,
	"sha1":         ofDigest(hexOfSHA1),
	"sha256":       ofDigest(hexOfSHA256),
	"sha512":       ofDigest(hexOfSHA512),
	"uuid":         uuid,
	"uuidv5":       uuidV5,
}

func ofDigest(give digest) function.Function {
	return ofText("str", func(said string) (string, error) { return give([]byte(said)), nil })
}
