terraform {
  required_version = ">= 1.3.0, < 2.0.0"
  required_providers {
    aws  = ">= 5.0"
    null = ">= 3.0"
    ct = {
      source  = "poseidon/ct"
      version = "~> 0.13"
    }
  }
}
