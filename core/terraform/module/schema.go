package module

import "github.com/hashicorp/hcl/v2"

// The blocks and arguments of Terraform's language.
// https://developer.hashicorp.com/terraform/language
var (
	rootSchema = schema(nil,
		block("terraform"), block("locals"), block("moved"), block("import"), block("removed"),
		block("variable", "name"), block("output", "name"), block("module", "name"), block("provider", "name"),
		block("check", "name"), block("resource", "type", "name"), block("data", "type", "name"),
		block("ephemeral", "type", "name"), block("action", "type", "name"))

	terraformSchema = schema([]string{"required_version", "experiments", "language"},
		block("required_providers"), block("backend", "type"), block("cloud"), block("provider_meta", "provider"),
		block("encryption"))

	variableSchema = schema(
		[]string{"description", "type", "default", "sensitive", "nullable", "ephemeral", "deprecated"},
		block("validation"))

	outputSchema = schema(
		[]string{"value!", "description", "sensitive", "ephemeral", "depends_on", "deprecated"},
		block("precondition"))

	callSchema = schema([]string{"source!", "version", "count", "for_each", "depends_on", "providers"})

	resourceSchema = schema([]string{"count", "for_each", "depends_on", "provider"},
		block("lifecycle"), block("connection"), block("provisioner", "type"), block("locals"), block("_"))

	dataSchema = schema([]string{"count", "for_each", "depends_on", "provider"},
		block("lifecycle"), block("locals"), block("_"))

	lifecycleSchema = schema(
		[]string{"create_before_destroy", "prevent_destroy", "ignore_changes", "replace_triggered_by"},
		block("precondition"), block("postcondition"), block("action_trigger"))

	dataLifecycleSchema = schema(nil, block("precondition"), block("postcondition"))

	provisionerSchema = schema([]string{"when", "on_failure"}, block("connection"), block("_"))

	ruleSchema = schema([]string{"condition!", "error_message!"})

	checkSchema = schema(nil, block("assert"), block("data", "type", "name"))

	providerSchema = schema(
		[]string{"alias", "version", "count", "depends_on", "for_each", "source"}, block("lifecycle"), block("locals"))

	movedSchema   = schema([]string{"from!", "to!"})
	importSchema  = schema([]string{"to!", "id", "identity", "provider", "for_each"})
	removedSchema = schema([]string{"from!"}, block("lifecycle"), block("connection"), block("provisioner", "type"))
)

// schema takes names of arguments, those that are required with a "!".
func schema(arguments []string, blocks ...hcl.BlockHeaderSchema) *hcl.BodySchema {
	made := &hcl.BodySchema{Blocks: blocks}
	for _, argument := range arguments {
		last := len(argument) - 1
		if argument[last] == '!' {
			made.Attributes = append(made.Attributes, hcl.AttributeSchema{Name: argument[:last], Required: true})
			continue
		}
		made.Attributes = append(made.Attributes, hcl.AttributeSchema{Name: argument})
	}
	return made
}

func block(kind string, labels ...string) hcl.BlockHeaderSchema {
	return hcl.BlockHeaderSchema{Type: kind, LabelNames: labels}
}

// names of the arguments and blocks of a schema.
func names(of *hcl.BodySchema) map[string]bool {
	found := map[string]bool{}
	for _, argument := range of.Attributes {
		found[argument.Name] = true
	}
	for _, block := range of.Blocks {
		found[block.Type] = true
	}
	return found
}
