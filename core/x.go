package main
import (
 _ "github.com/coreos/butane/config"
 _ "github.com/coreos/container-linux-config-transpiler/config"
 _ "github.com/coreos/ignition/config/v2_4"
 _ "github.com/coreos/ignition/v2/config"
 _ "github.com/coreos/vcontext/json"
 _ "mvdan.cc/sh/v3/syntax"
)
func main(){}
