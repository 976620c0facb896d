//go:build !wasip1

package main

import "windtunnel/core/terraform"

// jsHost stands in where there is no TypeScript to ask: nothing is emulated,
// and attributes that the configuration does not set are missing.
type jsHost struct{}

func (jsHost) Resource(terraform.ResourceRequest) (terraform.ResourceAnswer, error) {
	return terraform.ResourceAnswer{}, nil
}
