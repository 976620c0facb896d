locals {
  kubeconfig = templatefile("${path.module}/resources/kubeconfig", {
    authority = base64encode(tls_self_signed_cert.authority.cert_pem)
    server    = format("https://%s:6443", var.api_servers[0])
    token     = "${random_password.token_id.result}.${random_password.token_secret.result}"
  })

  static = {
    for name in fileset("${path.module}/resources/static", "*.yaml") :
    "static-manifests/${name}" => templatefile("${path.module}/resources/static/${name}", {
      images       = var.images
      etcd_servers = join(",", formatlist("https://%s:2379", var.etcd_servers))
      service_cidr = var.service_cidr
    })
  }

  manifests = {
    for name in fileset("${path.module}/resources/manifests", "**/*.yaml") :
    "manifests/${name}" => templatefile("${path.module}/resources/manifests/${name}", {
      token_id     = random_password.token_id.result
      token_secret = random_password.token_secret.result
    })
  }

  network = {
    for name in fileset("${path.module}/resources/${var.networking}", "*.yaml") :
    "manifests-networking/${name}" => templatefile("${path.module}/resources/${var.networking}/${name}", {
      image    = var.networking == "flannel" ? var.images.flannel : var.images.calico
      pod_cidr = var.pod_cidr
    })
  }
}
