# The Butane of a second machine travels base64 encoded in the manifest of the first tool; a manifest sits in a bundle
# that went through join and format.
locals {
  bundle = {
    "manifests/first.yaml"  = templatefile("${path.module}/first.tftpl", { name = "first" })
    "manifests/second.yaml" = file("${path.module}/second.tftpl")
  }
}

data "ct_config" "node" {
  strict = true
  content = templatefile("${path.module}/node.yaml", {
    assets = base64encode(join("\n---\n", values(local.bundle)))
  })
}
