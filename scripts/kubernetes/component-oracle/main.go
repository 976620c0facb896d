// The components themselves, to hold our tables and rules against: `flags COMPONENT` prints the flags that a component
// has, `configs` reads configurations as JSON, one a line, and prints why each is refused.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) == 2 && arguments[0] == "flags" {
		return printFlags(arguments[1], os.Stdout)
	}
	if len(arguments) == 1 && arguments[0] == "configs" {
		return judgeConfigs(os.Stdin, os.Stdout)
	}
	return fmt.Errorf("call me with `flags COMPONENT` or `configs`")
}
