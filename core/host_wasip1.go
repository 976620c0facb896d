//go:build wasip1

package main

import (
	"encoding/json"
	"runtime"
	"unsafe"

	"windtunnel/core/terraform"
)

// hostCall asks the host. The host writes its answer where alloc says, and
// packs address and length as call does.
//
//go:wasmimport windtunnel host
func hostCall(request unsafe.Pointer, size uint32) uint64

// jsHost emulates resources by asking TypeScript for each instance.
type jsHost struct{}

func (jsHost) Resource(request terraform.ResourceRequest) (terraform.ResourceAnswer, error) {
	asked, err := json.Marshal(request)
	if err != nil {
		return terraform.ResourceAnswer{}, err
	}
	packed := hostCall(unsafe.Pointer(&asked[0]), uint32(len(asked)))
	runtime.KeepAlive(asked)
	said := requestBytes[:uint32(packed)]
	requestBytes = nil
	return readAnswer(said)
}
