terraform {
  required_providers {
    ct = {
      source  = "poseidon/ct"
      version = ">= 0.6.0, < 0.9.0"
    }
  }
}

data "ct_config" "worker" {
  strict  = true
  content = file("${path.module}/worker.yaml")
}
