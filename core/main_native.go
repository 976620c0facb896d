//go:build !wasip1

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// main answers requests from standard input, one on each line, with responses
// on standard output, one on each line. It is the twin that the fidelity test
// compares with the WebAssembly module.
func main() {
	if err := serve(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(in io.Reader, out io.Writer) error {
	reader, writer := bufio.NewReader(in), bufio.NewWriter(out)
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 0 {
			if _, err := writer.Write(append(handle(line), '\n')); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return writer.Flush()
		}
		if err != nil {
			return err
		}
		if reader.Buffered() == 0 {
			// Nothing more at hand: someone may be waiting for the answer.
			if err := writer.Flush(); err != nil {
				return err
			}
		}
	}
}
