# What authors of modules demand is a finding where it does not hold.
variable "members" {
  type    = number
  default = 2
}

module "workers" {
  source = "./workers"
  size   = 0
}

resource "terraform_data" "etcd" {
  input = var.members

  lifecycle {
    precondition {
      condition     = var.members % 2 == 1
      error_message = "An odd number of etcd members is needed."
    }

    postcondition {
      condition     = self.input == 3
      error_message = "There are ${self.input} members."
    }
  }
}

resource "terraform_data" "holds" {
  input = "a"

  lifecycle {
    postcondition {
      condition     = self.output == "a"
      error_message = "Never said."
    }
  }
}

check "reachable" {
  assert {
    condition     = var.members > 4
    error_message = "The API server does not answer."
  }
}

output "pool" {
  value = "a"

  precondition {
    condition     = var.members == 1
    error_message = "One member only."
  }
}
