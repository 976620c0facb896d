variable "etcd_servers" {
  type = list(string)
}

resource "tls_private_key" "ca" {
  algorithm = "RSA"
  rsa_bits  = 2048
}

resource "tls_self_signed_cert" "ca" {
  private_key_pem       = tls_private_key.ca.private_key_pem
  is_ca_certificate     = true
  validity_period_hours = 8760
  allowed_uses          = ["cert_signing", "crl_signing"]

  subject {
    common_name  = "kube-ca"
    organization = "example"
  }
}

resource "tls_private_key" "apiserver" {
  algorithm   = "ECDSA"
  ecdsa_curve = "P256"
}

resource "tls_cert_request" "apiserver" {
  private_key_pem = tls_private_key.apiserver.private_key_pem
  dns_names       = concat(["kubernetes", "kubernetes.default"], var.etcd_servers)
  ip_addresses    = [cidrhost("10.3.0.0/16", 1)]

  subject {
    common_name = "kube-apiserver"
  }
}

resource "tls_locally_signed_cert" "apiserver" {
  cert_request_pem      = tls_cert_request.apiserver.cert_request_pem
  ca_private_key_pem    = tls_private_key.ca.private_key_pem
  ca_cert_pem           = tls_self_signed_cert.ca.cert_pem
  validity_period_hours = 8760
  allowed_uses          = ["key_encipherment", "digital_signature", "server_auth"]
}

output "kubeconfig" {
  value = templatefile("${path.module}/kubeconfig.tftpl", {
    ca     = base64encode(tls_self_signed_cert.ca.cert_pem)
    server = "https://cluster.example.com:6443"
  })
}

output "assets" {
  value = {
    "tls/apiserver.key"        = tls_private_key.apiserver.private_key_pem
    "tls/apiserver.crt"        = tls_locally_signed_cert.apiserver.cert_pem
    "tls/ca.crt"               = tls_self_signed_cert.ca.cert_pem
    "manifests/configmap.yaml" = templatefile("${path.module}/configmap.yaml", { servers = var.etcd_servers })
  }
}
