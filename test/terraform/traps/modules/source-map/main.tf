# Each wrong line went through another function; each is reported where a person can edit it.
locals {
  joined   = join("---\n", [file("${path.module}/joined-1.yaml"), file("${path.module}/joined-2.yaml")])
  replaced = replace(file("${path.module}/replaced.yaml"), "PLACEHOLDER", "replaced")
  formatted = format("%s# end of %s\n", templatefile("${path.module}/formatted.yaml", {}), "it")
  trimmed  = trimspace(file("${path.module}/trimmed.yaml"))

  manifests = merge(
    { for name in ["looped"] : name => templatefile("${path.module}/${name}.yaml", { items = ["a", "b"] }) },
    { inline = <<-EOT
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: inline
      dtaa: {}
    EOT
    },
  )
}

resource "kubectl_manifest" "all" {
  for_each = merge(local.manifests, {
    joined   = local.joined
    replaced = local.replaced
    formatted = local.formatted
    trimmed  = local.trimmed
  })
  yaml_body = each.value
}
