package functions

import (
	"crypto/sha512"
	"errors"
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"

	"windtunnel/core/terraform/text"
)

const (
	bcryptAlphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	// The last character of a salt holds two bits.
	bcryptLastOfSalt = ".Oeu"
	bcryptCost       = 10
)

// bcrypt gives a text that has the form of a bcrypt hash and verifies nothing:
// Terraform's is another one at every run.
var bcrypt = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("str", cty.String)},
	VarParam:     &function.Parameter{Name: "cost", Type: cty.Number},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		cost := bcryptCost
		if len(args) > 2 {
			return cty.NilVal, errors.New("bcrypt() takes no more than two arguments")
		}
		if len(args) == 2 {
			if err := gocty.FromCtyValue(args[1], &cost); err != nil {
				return cty.NilVal, err
			}
		}
		said := args[0].AsString()
		switch {
		case cost > 31:
			return cty.NilVal, fmt.Errorf("error occured generating password crypto/bcrypt: cost %d is outside allowed range (4,31)", cost)
		case len(said) > 72:
			return cty.NilVal, errors.New("error occured generating password bcrypt: password length exceeds 72 bytes")
		case cost < 4:
			cost = bcryptCost
		}
		return cty.StringVal(likeBcrypt(said, cost)).Mark(text.Placeholder{Address: "bcrypt()"}), nil
	},
})

func likeBcrypt(said string, cost int) string {
	derived := sha512.Sum512(fmt.Appendf(nil, "windtunnel bcrypt %d %s", cost, said))
	result := make([]byte, 53)
	for i := range result {
		result[i] = bcryptAlphabet[derived[i]%64]
	}
	result[21] = bcryptLastOfSalt[derived[21]%4]
	return fmt.Sprintf("$2a$%02d$%s", cost, result)
}
