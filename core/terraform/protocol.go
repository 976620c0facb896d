// Package terraform holds what the Terraform methods of the core take and
// give. src/core/terraform-protocol.ts is the other side of it, and says what
// each field means.
package terraform

// Range is a place in a file: lines and columns from 1, columns in Unicode
// code points, the end just behind the last character.
type Range struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

// Code says what a diagnostic is about.
type Code string

const (
	Syntax                Code = "syntax"
	Unsupported           Code = "unsupported"
	ModuleSource          Code = "module-source"
	UnknownReference      Code = "unknown-reference"
	Cycle                 Code = "cycle"
	NullInTemplate        Code = "null-in-template"
	FunctionCall          Code = "function-call"
	WrongType             Code = "wrong-type"
	VariableValue         Code = "variable-value"
	Validation            Code = "validation"
	Condition             Code = "condition"
	FileAccess            Code = "file-access"
	Repetition            Code = "repetition"
	Limit                 Code = "limit"
	ResourceConfiguration Code = "resource-configuration"
	Evaluation            Code = "evaluation"
)

type Diagnostic struct {
	Severity string `json:"severity"`
	Code     Code   `json:"code"`
	Message  string `json:"message"`
	Fix      string `json:"fix,omitempty"`
	Range    *Range `json:"range,omitempty"`
	Address  string `json:"address,omitempty"`
}

type ModuleFacts struct {
	Variables         []VariableFacts    `json:"variables"`
	Outputs           []string           `json:"outputs"`
	Calls             []ModuleCall       `json:"calls"`
	Resources         []ResourceFacts    `json:"resources"`
	RequiredVersion   []string           `json:"requiredVersion"`
	RequiredProviders []RequiredProvider `json:"requiredProviders"`
	HasProviders      bool               `json:"hasProviders"`
	HasBackend        bool               `json:"hasBackend"`
	Files             []string           `json:"files"`
	Diagnostics       []Diagnostic       `json:"diagnostics"`
}

type ResourceFacts struct {
	Mode  string `json:"mode"`
	Type  string `json:"type"`
	Name  string `json:"name"`
	Range Range  `json:"range"`
}

type RequiredProvider struct {
	Name    string  `json:"name"`
	Source  *string `json:"source"`
	Version *string `json:"version"`
	Range   Range   `json:"range"`
}

type VariableFacts struct {
	Name        string            `json:"name"`
	Type        string            `json:"type"`
	Description *string           `json:"description"`
	HasDefault  bool              `json:"hasDefault"`
	DefaultJSON *string           `json:"defaultJson"`
	IsNullable  bool              `json:"isNullable"`
	IsSensitive bool              `json:"isSensitive"`
	Allowed     []any             `json:"allowed"`
	Validations []ValidationFacts `json:"validations"`
	Range       Range             `json:"range"`
}

type ValidationFacts struct {
	Condition string `json:"condition"`
	Message   string `json:"message"`
	Range     Range  `json:"range"`
}

type ModuleCall struct {
	Name        string   `json:"name"`
	Source      *string  `json:"source"`
	Version     *string  `json:"version"`
	Arguments   []string `json:"arguments"`
	Range       Range    `json:"range"`
	SourceRange *Range   `json:"sourceRange"`
}

type ModuleNode struct {
	Key    string `json:"key"`
	Folder string `json:"folder"`
	Path   string `json:"path"`
}

type RenderParams struct {
	Modules   []ModuleNode    `json:"modules"`
	Missing   []string        `json:"missing"`
	Variables []VariableInput `json:"variables"`
	Workspace string          `json:"workspace"`
}

type VariableInput struct {
	Kind   string         `json:"kind"`
	File   string         `json:"file,omitempty"`
	Values map[string]any `json:"values,omitempty"`
}

type RenderResult struct {
	Diagnostics []Diagnostic       `json:"diagnostics"`
	Resources   []RenderedResource `json:"resources"`
	Outputs     []RenderedValue    `json:"outputs"`
	Providers   []ModuleProvider   `json:"providers"`
}

type ModuleProvider struct {
	Module  string  `json:"module"`
	Name    string  `json:"name"`
	Source  *string `json:"source"`
	Version *string `json:"version"`
}

// ValuePath leads to a part of a value: attribute names, map keys and indexes.
type ValuePath []any

type RenderedResource struct {
	Address      string                `json:"address"`
	Module       string                `json:"module"`
	ModuleKey    string                `json:"moduleKey"`
	Mode         string                `json:"mode"`
	Type         string                `json:"type"`
	Name         string                `json:"name"`
	Key          any                   `json:"key"`
	Range        Range                 `json:"range"`
	Values       any                   `json:"values"`
	Unknown      []ValuePath           `json:"unknown"`
	Texts        []TextMap             `json:"texts"`
	Provisioners []RenderedProvisioner `json:"provisioners"`
}

type RenderedProvisioner struct {
	Type    string      `json:"type"`
	Values  any         `json:"values"`
	Unknown []ValuePath `json:"unknown"`
	Texts   []TextMap   `json:"texts"`
	Range   Range       `json:"range"`
}

type RenderedValue struct {
	Name    string      `json:"name"`
	Value   any         `json:"value"`
	Unknown []ValuePath `json:"unknown"`
	Texts   []TextMap   `json:"texts"`
}

type TextMap struct {
	Path         ValuePath `json:"path"`
	Encoding     string    `json:"encoding"`
	Files        []string  `json:"files"`
	Runs         []int     `json:"runs"`
	Placeholders []string  `json:"placeholders"`
}

type ResourceRequest struct {
	Address         string   `json:"address"`
	Module          string   `json:"module"`
	Mode            string   `json:"mode"`
	Type            string   `json:"type"`
	Name            string   `json:"name"`
	Key             any      `json:"key"`
	ProviderVersion *string  `json:"providerVersion"`
	Config          any      `json:"config"`
	Unknown         []string `json:"unknown"`
	Reads           []string `json:"reads"`
	Secrets         []string `json:"secrets"`
}

type ResourceAnswer struct {
	Values       map[string]any    `json:"values"`
	Replace      []string          `json:"replace"`
	Secret       []string          `json:"secret"`
	Placeholders []string          `json:"placeholders"`
	Unknown      []string          `json:"unknown"`
	Problems     []ResourceProblem `json:"problems"`
}

type ResourceProblem struct {
	Message   string `json:"message"`
	Attribute string `json:"attribute"`
	Fix       string `json:"fix"`
}

type EvaluateParams struct {
	Expressions []string `json:"expressions"`
	Folder      string   `json:"folder"`
}

type EvaluateResult struct {
	Values []Evaluated `json:"values"`
}

type Evaluated struct {
	JSON        *string `json:"json"`
	Type        *string `json:"type"`
	IsKnown     bool    `json:"isKnown"`
	IsSensitive bool    `json:"isSensitive"`
	Error       *string `json:"error"`
}
