# Provider ct 0.8 goes up to Ignition 3.2: a Butane config of a newer version is more than it can translate.
terraform {
  required_providers {
    ct = {
      source  = "poseidon/ct"
      version = "0.8.0"
    }
  }
}

data "ct_config" "node" {
  strict  = true
  content = file("${path.module}/node.yaml")
}
