# Authority of the cluster
resource "tls_private_key" "authority" {
  algorithm = "RSA"
  rsa_bits  = 2048
}

resource "tls_self_signed_cert" "authority" {
  private_key_pem = tls_private_key.authority.private_key_pem

  subject {
    common_name  = "${var.cluster_name}-authority"
    organization = "example"
  }

  is_ca_certificate     = true
  validity_period_hours = 8760
  allowed_uses          = ["key_encipherment", "digital_signature", "cert_signing"]
}

# Serving certificate of the API server
resource "tls_private_key" "api" {
  algorithm = "RSA"
}

resource "tls_cert_request" "api" {
  private_key_pem = tls_private_key.api.private_key_pem

  subject {
    common_name = "kube-apiserver"
  }

  dns_names    = concat(var.api_servers, ["kubernetes", "kubernetes.default.svc"])
  ip_addresses = [cidrhost(var.service_cidr, 1)]
}

resource "tls_locally_signed_cert" "api" {
  cert_request_pem      = tls_cert_request.api.cert_request_pem
  ca_private_key_pem    = tls_private_key.authority.private_key_pem
  ca_cert_pem           = tls_self_signed_cert.authority.cert_pem
  validity_period_hours = 8760
  allowed_uses          = ["key_encipherment", "digital_signature", "server_auth"]
}

resource "random_password" "token_id" {
  length  = 6
  upper   = false
  special = false
}

resource "random_password" "token_secret" {
  length  = 16
  upper   = false
  special = false
}
