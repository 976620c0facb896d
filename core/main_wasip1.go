//go:build wasip1

package main

import (
	"runtime/debug"
	"unsafe"
)

// The host caps the memory of an instance at 512 MiB (see
// scripts/wasm-memory-limit.ts). Collecting late makes short calls faster, and
// the soft limit makes the collector work harder before the cap is reached.
const (
	gcPercent       = 400
	softMemoryBytes = 400 << 20
)

// Buffers that the host writes to or reads from. Holding them here keeps the
// collector off them while the host is at work.
var requestBytes, responseBytes []byte

func init() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(softMemoryBytes)
}

// main is not run: the module is a reactor, started by _initialize.
func main() {}

// alloc gives the host size bytes to write a request into.
//
//go:wasmexport alloc
func alloc(size uint32) unsafe.Pointer {
	// One spare byte, so that an empty request has an address too.
	requestBytes = make([]byte, size+1)
	return unsafe.Pointer(&requestBytes[0])
}

// call answers the request of size bytes that was written where alloc said.
// The result packs the address of the response into the upper 32 bits and its
// length into the lower; the response stays until free or the next call.
//
//go:wasmexport call
func call(size uint32) uint64 {
	// Taken out first: a host function called from here may alloc again.
	input := requestBytes[:size]
	requestBytes = nil
	responseBytes = handle(input)
	address := uint64(uintptr(unsafe.Pointer(&responseBytes[0])))
	return address<<32 | uint64(len(responseBytes))
}

// free lets the collector have the response.
//
//go:wasmexport free
func free() {
	responseBytes = nil
}
