package functions

import (
	"fmt"
	"net"

	"github.com/apparentlymart/go-cidr/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

// maxNewBits is Terraform's: more would be more subnets than anyone has.
const maxNewBits = 32

// cidrSubnets gives prefixes one behind the other, each where the first free
// address of its size is.
var cidrSubnets = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("prefix", cty.String)},
	VarParam:     &function.Parameter{Name: "newbits", Type: cty.Number},
	Type:         function.StaticReturnType(cty.List(cty.String)),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		network, err := parsePrefix(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgError(0, err)
		}
		subnets := make([]cty.Value, 0, len(args))
		var last *net.IPNet
		for i, arg := range args[1:] {
			if last, err = nextSubnet(network, last, arg); err != nil {
				return cty.NilVal, function.NewArgError(i+1, err)
			}
			subnets = append(subnets, cty.StringVal(last.String()))
		}
		if len(subnets) == 0 {
			return cty.ListValEmpty(cty.String), nil
		}
		return cty.ListVal(subnets), nil
	},
})

func nextSubnet(network, last *net.IPNet, newBits cty.Value) (*net.IPNet, error) {
	length, err := lengthOfSubnet(network, newBits)
	if err != nil {
		return nil, err
	}
	if last == nil {
		return cidr.Subnet(network, length-prefixLength(network), 0)
	}
	next, isBeyond := cidr.NextSubnet(last, length)
	if isBeyond || !network.Contains(next.IP) {
		return nil, fmt.Errorf("not enough remaining address space for a subnet with a prefix of %d bits after %s", length, last)
	}
	return next, nil
}

func lengthOfSubnet(network *net.IPNet, newBits cty.Value) (int, error) {
	var bits int
	if err := gocty.FromCtyValue(newBits, &bits); err != nil {
		return 0, err
	}
	if bits < 1 {
		return 0, fmt.Errorf("must extend prefix by at least one bit")
	}
	if bits > maxNewBits {
		return 0, fmt.Errorf("may not extend prefix by more than %d bits", maxNewBits)
	}
	length, protocol := prefixLength(network)+bits, "IPv6"
	if len(network.Mask) == net.IPv4len {
		protocol = "IPv4"
	}
	if length > len(network.Mask)*8 {
		return 0, fmt.Errorf("would extend prefix to %d bits, which is too long for an %s address", length, protocol)
	}
	return length, nil
}

func prefixLength(network *net.IPNet) int {
	ones, _ := network.Mask.Size()
	return ones
}
