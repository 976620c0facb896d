# Each wrong line went through another function; each is reported where a person can edit it.
locals {
  joined   = join("---\n", [file("${path.module}/joined-1.tftpl"), file("${path.module}/joined-2.tftpl")])
  replaced = replace(file("${path.module}/replaced.tftpl"), "PLACEHOLDER", "replaced")
  formatted = format("%s# end of %s\n", templatefile("${path.module}/formatted.tftpl", {}), "it")
  trimmed  = trimspace(file("${path.module}/trimmed.tftpl"))

  manifests = merge(
    { for name in ["looped"] : name => templatefile("${path.module}/${name}.tftpl", { items = ["a", "b"] }) },
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
