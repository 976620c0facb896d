package carry

import (
	"strings"
	"unicode"

	"github.com/apparentlymart/go-textseg/v15/textseg"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// Front is for functions whose result is the front of their first argument:
// chomp, trimsuffix.
func Front(args []cty.Value, result string) *text.Map {
	return cutAt(args[0], 0, result)
}

// Back is for functions whose result is the end of their first argument:
// trimprefix.
func Back(args []cty.Value, result string) *text.Map {
	return cutAt(args[0], len(bare(args[0]))-len(result), result)
}

// TrimSpace is trimspace(text).
func TrimSpace(args []cty.Value, result string) *text.Map {
	said := bare(args[0])
	return cutAt(args[0], len(said)-len(strings.TrimLeftFunc(said, unicode.IsSpace)), result)
}

// Trim is trim(text, characters).
func Trim(args []cty.Value, result string) *text.Map {
	said := bare(args[0])
	return cutAt(args[0], len(said)-len(strings.TrimLeft(said, bare(args[1]))), result)
}

// Substr is substr(text, offset, length), both in grapheme clusters.
func Substr(args []cty.Value, result string) *text.Map {
	said := bare(args[0])
	number, _ := args[1].Unmark()
	offset, _ := number.AsBigFloat().Int64()
	starts := clusterStarts(said)
	if offset < 0 {
		offset += int64(len(starts))
	}
	if offset < 0 || offset >= int64(len(starts)) {
		return nil
	}
	return cutAt(args[0], starts[offset], result)
}

func clusterStarts(said string) []int {
	var starts []int
	rest := []byte(said)
	for at := 0; len(rest) > 0; {
		length, _, err := textseg.ScanGraphemeClusters(rest, true)
		if err != nil || length == 0 {
			break
		}
		starts = append(starts, at)
		at += length
		rest = rest[length:]
	}
	return starts
}

// cutAt describes result as it stands in value at an offset in bytes.
func cutAt(value cty.Value, offset int, result string) *text.Map {
	m := mapOf(value)
	if offset < 0 || offset+len(result) > len(m.Text) {
		return nil
	}
	return m.Slice(offset, offset+len(result))
}
