package functions

import (
	"fmt"
	"reflect"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

const (
	// MaxVisits is how many elements `for` expressions and splats may visit in
	// one rendering.
	MaxVisits = 500_000
	// maxWork is how many elements the functions of one rendering may be given;
	// bytesPerElement of a text count as one.
	maxWork         = 5_000_000
	bytesPerElement = 64
	// budgetName cannot be written as a call.
	budgetName = "windtunnel budget"
)

// Budget is what one rendering may still do. A few lines of configuration can
// else keep a machine busy for years.
type Budget struct {
	visits, work int
	// isSpent: the rest is not evaluated, and not known.
	isSpent bool
}

var (
	errVisits = LimitError{fmt.Sprintf("loops that visit more than %d elements in one rendering", MaxVisits)}
	errWork   = LimitError{"calls of functions with more than 5,000,000 elements in one rendering"}
)

var budgetType = cty.Capsule("budget", reflect.TypeFor[Budget]())

// budgetFunction carries a budget through contexts of evaluation, templates
// within functions included.
func budgetFunction(budget *Budget) function.Function {
	value := cty.CapsuleVal(budgetType, budget)
	return function.New(&function.Spec{
		Type: function.StaticReturnType(budgetType),
		Impl: func([]cty.Value, cty.Type) (cty.Value, error) { return value, nil },
	})
}

// IsInternal tells of what Table has beside the functions of Terraform.
func IsInternal(name string) bool { return name == budgetName || name == "core::"+budgetName }

// BudgetOf gives the budget of the functions in a context, nil without any.
func BudgetOf(context *hcl.EvalContext) *Budget {
	for ; context != nil; context = context.Parent() {
		carrier, found := context.Functions[budgetName]
		if !found {
			continue
		}
		value, err := carrier.Call(nil)
		if err != nil {
			return nil
		}
		budget, _ := value.EncapsulatedValue().(*Budget)
		return budget
	}
	return nil
}

// IsSpent says that nothing more is evaluated.
func (b *Budget) IsSpent() bool { return b != nil && b.isSpent }

// Visit takes the elements of a collection that is gone through, which may not
// be larger than a value may be either. isSpent says to give up; only the
// first time with an error, which is then the one to report.
func (b *Budget) Visit(collection cty.Value) (isSpent bool, err error) {
	if isSpent, err := b.Weigh(collection); isSpent {
		return true, err
	}
	if b == nil {
		return false, nil
	}
	if b.visits += 1 + elementsOf(collection); b.visits > MaxVisits {
		b.isSpent = true
		return true, errVisits
	}
	return false, nil
}

// Weigh takes what it costs to look at all of some values, and refuses what
// CheckValue does. Its results are as those of Visit.
func (b *Budget) Weigh(values ...cty.Value) (isSpent bool, err error) {
	if b == nil || b.isSpent {
		return b.IsSpent(), nil
	}
	for _, value := range values {
		left := MaxElements
		if err := check(value, &left); err != nil {
			return true, err
		}
		b.work += MaxElements - left + len(textOf(value))/bytesPerElement
	}
	if b.work > maxWork {
		b.isSpent = true
		return true, errWork
	}
	return false, nil
}
