// Package module reads the configuration files of one Terraform module: what
// they declare, and nothing evaluated.
package module

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hashicorp/hcl/v2/ext/typeexpr"

	"windtunnel/core/terraform"
)

// Module is one folder of *.tf and *.tf.json files, override files merged in.
type Module struct {
	Folder string
	// Sources are the bytes of every file that was parsed, by its path: places
	// count columns in code points, which HCL does not.
	Sources map[string][]byte

	Variables map[string]*Variable
	Locals    map[string]*Local
	Outputs   map[string]*Output
	Calls     map[string]*Call
	// Resources by type.name, data sources by data.type.name, ephemeral
	// resources by ephemeral.type.name.
	Resources map[string]*Resource
	Checks    map[string]*CheckBlock

	RequiredVersion   []string
	RequiredProviders []terraform.RequiredProvider
	HasProviders      bool
	HasBackend        bool
	Providers         []*Provider

	// Diagnostics of reading; what could be read is there all the same.
	Diagnostics []terraform.Diagnostic
	// IsIncomplete: a file has a syntax error, so what nothing declares here
	// may well be declared there.
	IsIncomplete bool

	// What Facts and Reads answer of the expressions' form, which is read
	// before they are wrapped.
	files   []string
	allowed map[string][]any
	reads   map[string][]string
	places  *placer
}

type Variable struct {
	Name string
	// Type is what values convert to, cty.DynamicPseudoType for any. Defaults
	// are those of optional() attributes, nil without any.
	Type     cty.Type
	Defaults *typeexpr.Defaults
	// TypeText is the type as written.
	TypeText    string
	Default     hcl.Expression // nil: required
	Description string
	Deprecated  string // what to use instead; empty: it is not
	Nullable    bool
	Sensitive   bool
	Ephemeral   bool
	Validations []*Rule
	Range       hcl.Range

	// defaultJSON is the default where it is a literal, nil otherwise.
	defaultJSON *string
}

// Rule is a validation, precondition, postcondition or assert block.
type Rule struct {
	Condition hcl.Expression
	Message   hcl.Expression // nil when it is missing
	Range     hcl.Range
}

type Local struct {
	Name       string
	Expression hcl.Expression
	Range      hcl.Range
}

type Output struct {
	Name          string
	Expression    hcl.Expression
	Description   string
	Sensitive     bool
	Ephemeral     bool
	Preconditions []*Rule
	DependsOn     []hcl.Traversal
	Range         hcl.Range
}

// Call is a module block.
type Call struct {
	Name        string
	Source      *string
	Version     *string
	SourceRange *hcl.Range
	Count       hcl.Expression // nil: none
	ForEach     hcl.Expression // nil: none
	DependsOn   []hcl.Traversal
	// Providers of this module by the name that the called one gives them, both
	// with their alias, if any: aws.east.
	Providers map[string]string
	Arguments hcl.Attributes
	Range     hcl.Range
}

type Resource struct {
	// Mode is "managed", "data" or "ephemeral".
	Mode, Type, Name string
	// Provider is its name in this module, with the alias, if any: aws.east.
	Provider  string
	Count     hcl.Expression // nil: none
	ForEach   hcl.Expression // nil: none
	DependsOn []hcl.Traversal
	// Config is everything but the arguments that Terraform itself reads;
	// *hclsyntax.Body, or the body of a JSON file.
	Config         hcl.Body
	Preconditions  []*Rule
	Postconditions []*Rule
	Provisioners   []*Provisioner
	// Connection of the resource, nil without one.
	Connection hcl.Body
	Range      hcl.Range
}

type Provisioner struct {
	Type       string
	Config     hcl.Body
	Connection hcl.Body // nil: the resource's
	When       string   // "create" or "destroy"
	Range      hcl.Range
}

// Provider is a provider block.
type Provider struct {
	Name, Alias string
	Config      hcl.Body
	Range       hcl.Range
}

// CheckBlock is a check block; its data source, if any, stands among the
// resources of the module.
type CheckBlock struct {
	Name    string
	Asserts []*Rule
	Range   hcl.Range
}
