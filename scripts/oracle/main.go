// The verdict of Kubernetes' own validation code on objects, without a cluster: one JSON document a line on standard
// input, one JSON verdict a line on standard output. With a file's name it reads that file's YAML documents instead.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/capabilities"
)

// A document longer than the API server's own limit of a request body is not worth reading.
const longestDocument = 3 << 20

func main() {
	silenceLog()
	// As kube-apiserver --allow-privileged, which every cluster with a network plugin needs.
	capabilities.Setup(true, 0)
	var err error
	if len(os.Args) > 1 {
		err = answerFiles(os.Args[1:])
	} else {
		err = answerLines(os.Stdin)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

// silenceLog keeps what upstream logs, such as doubts about addresses, out of the answers' way.
func silenceLog() {
	flags := flag.NewFlagSet("klog", flag.PanicOnError)
	klog.InitFlags(flags)
	for name, value := range map[string]string{"logtostderr": "false", "stderrthreshold": "FATAL"} {
		if err := flags.Set(name, value); err != nil {
			panic(err)
		}
	}
	klog.SetOutput(io.Discard)
}

// question is a document on its way through the workers; answers leave in the order in which documents came.
type question struct {
	document []byte
	answer   chan verdict
}

func answerLines(input io.Reader) error {
	waiting := make(chan question)
	ordered := make(chan chan verdict, 64)
	var workers sync.WaitGroup
	for range runtime.NumCPU() {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for q := range waiting {
				q.answer <- judge(q.document)
			}
		}()
	}
	lines := bufio.NewScanner(input)
	lines.Buffer(nil, longestDocument)
	go func() {
		for lines.Scan() {
			answer := make(chan verdict, 1)
			ordered <- answer
			waiting <- question{append([]byte(nil), lines.Bytes()...), answer}
		}
		close(waiting)
		workers.Wait()
		close(ordered)
	}()
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	for answer := range ordered {
		if err := encoder.Encode(<-answer); err != nil {
			return err
		}
		if len(ordered) == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return out.Flush()
}
