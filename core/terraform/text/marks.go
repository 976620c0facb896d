package text

// Marks that values carry besides maps. Sensitive is Terraform's own, with its
// meaning for for_each, outputs and functions. The other two are windtunnel's
// and change nothing in how Terraform's language treats a value.
type (
	// Sensitive is what `sensitive = true` and sensitive() mean.
	Sensitive struct{}
	// Secret values never reach a report: keys, tokens, what is sensitive.
	Secret struct{}
	// Placeholder values were made up for the attribute at Address:
	// aws_instance.node[0].private_ip.
	Placeholder struct{ Address string }
)
