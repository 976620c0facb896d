terraform {
  required_version = ">= 1.3.0, < 2.0.0"
  required_providers {
    random = "~> 3.1"
    tls    = "~> 4.0"
  }
}
