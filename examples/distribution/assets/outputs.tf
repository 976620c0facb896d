output "kubeconfig" {
  value     = local.kubeconfig
  sensitive = true
}

output "dns_service_ip" {
  value = cidrhost(var.service_cidr, 10)
}

# path in the bundle => text
output "bundle" {
  value = merge(
    {
      "tls/ca.crt"        = tls_self_signed_cert.authority.cert_pem
      "tls/ca.key"        = tls_private_key.authority.private_key_pem
      "tls/apiserver.crt" = tls_locally_signed_cert.api.cert_pem
      "tls/apiserver.key" = tls_private_key.api.private_key_pem
      "auth/kubeconfig"   = local.kubeconfig
    },
    local.static,
    local.manifests,
    local.network,
  )
  sensitive = true
}
