terraform {
  required_providers {
    aws = ">= 5.0"
    ct = {
      source  = "poseidon/ct"
      version = "~> 0.13"
    }
  }
}
