package evaluate

import (
	"errors"
	"unsafe"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/functions"
	"windtunnel/core/terraform/text"
)

const (
	// maxInstances of resources and modules, all together.
	maxInstances = 20000
	// maxBlocks that dynamic blocks may make, all together.
	maxBlocks = 100_000
	// maxWork is how many parts all values together may have: parts that are
	// shared count every time, as whoever walks a value meets them every time.
	maxWork = 100_000_000
	// maxNesting of values: whoever walks them does so by recursion.
	maxNesting = 500
	// maxHeld is how many bytes of large texts, and of what says where they
	// come from, a rendering may hold: WebAssembly has 512 MiB for all.
	maxHeld = 160 << 20
	// largeText is what counts as one; smaller ones are bounded by maxWork.
	largeText = 4 << 10
	// maxRendered is how many bytes of values leave the core.
	maxRendered = 96 << 20
)

var (
	errWork     = errors.New("values with more than 100,000,000 parts together")
	errElements = errors.New("a value of more than 1,000,000 parts")
	errHeld     = errors.New("large texts of more than 160 MiB together")
	errNesting  = errors.New("values nested deeper than 500 levels")
)

// take gives as many of the wanted instances as the limit leaves.
func (r *run) take(wanted int, at hcl.Range, address string) (given int, isAll bool) {
	if wanted <= maxInstances-r.made {
		r.made += wanted
		return wanted, true
	}
	given = maxInstances - r.made
	r.made = maxInstances
	if !r.isFull {
		r.isFull = true
		r.limit("The configuration has more than 20000 instances of resources and modules; the rest is left out.", at, address)
	}
	return given, false
}

// bounded gives the value, tidy, or one that is not known when it is too large.
func (r *run) bounded(value cty.Value, at hcl.Range, address string) cty.Value {
	before := r.work
	isMarked, err := r.weigh(value, 0)
	if err == nil && isMarked {
		return tidy(value)
	}
	if err == nil {
		return value
	}
	r.work = before
	r.limit("The value is too large: windtunnel does not evaluate "+err.Error()+".", at, address)
	return cty.DynamicVal
}

// weigh counts the parts of a value, and looks for marks.
func (r *run) weigh(value cty.Value, depth int) (isMarked bool, err error) {
	plain, marks := value.Unmark()
	isMarked = len(marks) > 0
	switch {
	case plain.IsNull() || !plain.IsKnown():
		return isMarked, nil
	case plain.Type() == cty.String:
		return isMarked, r.hold(plain.AsString(), marks)
	case plain.Type() == cty.Number:
		return isMarked, unprefixed(functions.CheckValue(plain))
	case !plain.CanIterateElements():
		return isMarked, nil
	}
	if r.work > maxWork {
		return isMarked, errWork
	}
	if depth > maxNesting {
		return isMarked, errNesting
	}
	start := r.work
	for parts := plain.ElementIterator(); parts.Next(); {
		r.work++
		_, part := parts.Element()
		isPartMarked, err := r.weigh(part, depth+1)
		if isMarked = isMarked || isPartMarked; err != nil {
			return isMarked, err
		}
		if r.work-start > functions.MaxElements {
			return isMarked, errElements
		}
	}
	return isMarked, nil
}

// hold counts a large text, once wherever it goes.
func (r *run) hold(said string, marks cty.ValueMarks) error {
	if len(said) < largeText || r.held[unsafe.StringData(said)] {
		return nil
	}
	r.held[unsafe.StringData(said)] = true
	r.heldBytes += len(said)
	for mark := range marks {
		if m, isMap := mark.(*text.Map); isMap {
			r.heldBytes += len(m.Runs) * int(unsafe.Sizeof(text.Run{}))
		}
	}
	if r.heldBytes > maxHeld {
		return errHeld
	}
	return nil
}

// unprefixed is what a limit is about.
func unprefixed(err error) error {
	if limit := (functions.LimitError{}); errors.As(err, &limit) {
		return errors.New(limit.What)
	}
	return err
}

// makesBlock counts a block of a dynamic block.
func (r *run) makesBlock(at hcl.Range, address string) bool {
	r.blocks++
	if r.blocks == maxBlocks+1 {
		r.limit("Dynamic blocks make more than 100000 blocks; the rest is left out.", at, address)
	}
	return r.blocks <= maxBlocks
}

// hasRoom counts bytes that leave the core; the first that are too many are
// reported.
func (r *run) hasRoom(bytes int) bool {
	r.rendered += bytes
	if r.rendered <= maxRendered {
		return true
	}
	if !r.isOverflowing {
		r.isOverflowing = true
		r.found.add(terraform.Diagnostic{
			Severity: "error", Code: terraform.Limit,
			Message: "The values of all resources together are larger than 96 MiB; the rest is left out.",
		})
	}
	return false
}
