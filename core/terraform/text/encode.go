package text

import (
	"slices"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/places"
)

// flags of a run, as runFlags of src/model/source-map.ts.
const (
	secretFlag      = 1
	placeholderFlag = 2
)

// Encode gives the map as it leaves the core, without a path. Lengths count
// UTF-16 units and columns code points; sources gives the bytes of a file, nil
// when they are not to be had.
func Encode(m *Map, sources func(file string) []byte) terraform.TextMap {
	return EncodeIn(m, func(file string) *places.Index { return places.NewIndex(sources(file)) })
}

// EncodeIn is Encode for who has the indexes of files at hand, and many maps:
// to index a file is to read all of it.
func EncodeIn(m *Map, index func(file string) *places.Index) terraform.TextMap {
	e := encoder{
		make: index, numbers: map[string]int{}, indexes: map[string]*places.Index{},
		result: terraform.TextMap{Encoding: "plain", Files: []string{}, Runs: []int{}, Placeholders: []string{}},
	}
	if m.Base64 {
		e.result.Encoding = "base64"
	}
	at := 0
	for _, run := range merge(m.Runs) {
		e.add(run, m.Text[at:at+run.Length])
		at += run.Length
	}
	return e.result
}

type encoder struct {
	make    func(file string) *places.Index
	numbers map[string]int
	indexes map[string]*places.Index
	result  terraform.TextMap
}

func (e *encoder) add(run Run, said string) {
	length := unitsOf(said)
	flags := 0
	if run.Secret {
		flags |= secretFlag
	}
	if len(run.Placeholders) > 0 {
		flags |= placeholderFlag
	}
	for _, address := range run.Placeholders {
		if !slices.Contains(e.result.Placeholders, address) {
			e.result.Placeholders = append(e.result.Placeholders, address)
		}
	}
	if run.File == "" {
		e.result.Runs = append(e.result.Runs, length, -1, 0, 0, 0, 0, flags)
		return
	}
	place := e.place(run)
	e.result.Runs = append(e.result.Runs,
		length, e.number(run.File), place.Line, place.Column, place.EndLine, place.EndColumn, flags)
}

func (e *encoder) place(run Run) terraform.Range {
	end := run.End
	if run.Literal {
		end = run.Start
	}
	place := e.index(run.File).Of(hcl.Range{Filename: run.File, Start: run.Start, End: end})
	if run.Literal {
		place.EndLine, place.EndColumn = 0, 0
	}
	return place
}

func (e *encoder) index(file string) *places.Index {
	index, known := e.indexes[file]
	if !known {
		index = e.make(file)
		e.indexes[file] = index
	}
	return index
}

func (e *encoder) number(file string) int {
	number, known := e.numbers[file]
	if !known {
		number = len(e.result.Files)
		e.numbers[file] = number
		e.result.Files = append(e.result.Files, file)
	}
	return number
}

// unitsOf counts UTF-16 units. Bytes that continue a character count nothing,
// so that the parts of a text add up wherever it is cut.
func unitsOf(said string) int {
	units := 0
	for at := 0; at < len(said); at++ {
		switch lead := said[at]; {
		case lead >= 0xf0:
			units += 2
		case lead&0xc0 != 0x80:
			units++
		}
	}
	return units
}
