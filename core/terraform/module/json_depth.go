package module

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
)

// checkJSONDepth refuses what is nested too deeply for a recursive parser, in
// the JSON itself and in the templates of its strings.
func checkJSONDepth(src []byte, file string) hcl.Diagnostics {
	depth := 0
	for at := 0; at < len(src); at++ {
		switch src[at] {
		case '[', '{':
			if depth++; depth > expression.MaxDepth {
				return tooDeep(hcl.Range{Filename: file, Start: positionAt(src, at), End: positionAt(src, at+1)})
			}
		case ']', '}':
			depth--
		case '"':
			end := endOfString(src, at)
			if diagnostics := checkStringDepth(src[at:end], file); diagnostics.HasErrors() {
				one := *diagnostics[0]
				one.Subject = &hcl.Range{Filename: file, Start: positionAt(src, at), End: positionAt(src, end)}
				return hcl.Diagnostics{&one}
			}
			at = end - 1
		case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			end := endOfNumber(src, at)
			if expression.HasLargeNumber(src[at:end]) {
				return hcl.Diagnostics{expression.LargeNumber(hcl.Range{Filename: file, Start: positionAt(src, at), End: positionAt(src, end)})}
			}
			at = end - 1
		}
	}
	return nil
}

// endOfNumber gives the offset behind the last character that may be of it.
func endOfNumber(src []byte, start int) int {
	at := start + 1
	for at < len(src) && strings.IndexByte("0123456789.+-eE", src[at]) >= 0 {
		at++
	}
	return at
}

func tooDeep(at hcl.Range) hcl.Diagnostics {
	return hcl.Diagnostics{{
		Severity: hcl.DiagError, Subject: &at, Summary: "Expression nested too deeply",
		Detail: fmt.Sprintf("Brackets and operators are nested more than %d levels deep here.", expression.MaxDepth),
		Extra:  expression.Problem{Code: terraform.Limit, Fix: "Split the expression into local values."},
	}}
}

// endOfString gives the offset behind the closing quote.
func endOfString(src []byte, start int) int {
	for at := start + 1; at < len(src); at++ {
		switch src[at] {
		case '\\':
			at++
		case '"':
			return at + 1
		}
	}
	return len(src)
}

// checkStringDepth reads the text of a string as a template, in the one form
// in which HCL takes any text.
func checkStringDepth(quoted []byte, file string) hcl.Diagnostics {
	if !bytes.Contains(quoted, []byte("${")) && !bytes.Contains(quoted, []byte("%{")) {
		return nil
	}
	var said string
	if json.Unmarshal(quoted, &said) != nil {
		return nil
	}
	const delimiter = "_END_OF_TEXT_OF_A_JSON_STRING_"
	return expression.CheckDepth([]byte("text = <<"+delimiter+"\n"+said+"\n"+delimiter+"\n"), file)
}

func positionAt(src []byte, offset int) hcl.Pos {
	before := src[:offset]
	return hcl.Pos{Line: 1 + bytes.Count(before, []byte("\n")), Column: offset - bytes.LastIndexByte(before, '\n'), Byte: offset}
}
