package functions

import (
	"fmt"
	"math/big"
	"net"
	"regexp"

	"github.com/apparentlymart/go-cidr/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/gocty"
)

var networks = map[string]function.Function{
	"cidrhost":    cidrHost,
	"cidrnetmask": ofText("prefix", netmask),
	"cidrsubnet":  cidrSubnet,
	"cidrsubnets": cidrSubnets,
}

// leadingZeros of decimal parts are read over: 010.0.0.0 is 10.0.0.0.
// https://developer.hashicorp.com/terraform/language/functions/cidrhost
var leadingZeros = regexp.MustCompile(`(^|[.:])0+(\d+\.|\d+/)`)

func parsePrefix(said string) (*net.IPNet, error) {
	plain := said
	if regexp.MustCompile(`\d\.\d`).MatchString(said) {
		for last := ""; last != plain; {
			last, plain = plain, leadingZeros.ReplaceAllString(plain, "$1$2")
		}
	}
	_, network, err := net.ParseCIDR(plain)
	if err != nil {
		return nil, fmt.Errorf("invalid CIDR expression: invalid CIDR address: %s", said)
	}
	return network, nil
}

var cidrHost = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("prefix", cty.String), parameter("hostnum", cty.Number)},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		var number *big.Int
		if err := gocty.FromCtyValue(args[1], &number); err != nil {
			return cty.NilVal, err
		}
		network, err := parsePrefix(args[0].AsString())
		if err != nil {
			return cty.NilVal, err
		}
		host, err := cidr.HostBig(network, number)
		if err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(host.String()), nil
	},
})

func netmask(said string) (string, error) {
	network, err := parsePrefix(said)
	if err != nil {
		return "", err
	}
	if network.IP.To4() == nil {
		return "", fmt.Errorf("IPv6 addresses cannot have a netmask: %s", said)
	}
	return net.IP(network.Mask).String(), nil
}

var cidrSubnet = function.New(&function.Spec{
	Params: []function.Parameter{
		parameter("prefix", cty.String), parameter("newbits", cty.Number), parameter("netnum", cty.Number),
	},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		var newBits int
		if err := gocty.FromCtyValue(args[1], &newBits); err != nil {
			return cty.NilVal, err
		}
		var number *big.Int
		if err := gocty.FromCtyValue(args[2], &number); err != nil {
			return cty.NilVal, err
		}
		network, err := parsePrefix(args[0].AsString())
		if err != nil {
			return cty.NilVal, err
		}
		subnet, err := cidr.SubnetBig(network, newBits, number)
		if err != nil {
			return cty.NilVal, err
		}
		return cty.StringVal(subnet.String()), nil
	},
})
