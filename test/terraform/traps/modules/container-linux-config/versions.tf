# Versions of provider ct before 0.7 know nothing but Container Linux Configs, and give Ignition 2.
terraform {
  required_providers {
    ct = {
      source  = "poseidon/ct"
      version = "~> 0.6.1"
    }
  }
}
