package functions

import (
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var collections = map[string]function.Function{
	"alltrue":      allTrue,
	"anytrue":      anyTrue,
	"chunklist":    stdlib.ChunklistFunc,
	"coalesce":     coalesce,
	"coalescelist": stdlib.CoalesceListFunc,
	"compact":      stdlib.CompactFunc,
	"concat":       stdlib.ConcatFunc,
	"contains":     contains,
	"distinct":     stdlib.DistinctFunc,
	"element":      stdlib.ElementFunc,
	"flatten":      stdlib.FlattenFunc,
	"index":        index,
	"keys":         stdlib.KeysFunc,
	"length":       length,
	"lookup":       lookup,
	"matchkeys":    matchKeys,
	"merge":        stdlib.MergeFunc,
	"one":          one,
	"range":        stdlib.RangeFunc,
	"reverse":      stdlib.ReverseListFunc,
	"slice":        stdlib.SliceFunc,
	"sort":         stdlib.SortFunc,
	"transpose":    transpose,
	"values":       stdlib.ValuesFunc,
	"zipmap":       stdlib.ZipmapFunc,
}
