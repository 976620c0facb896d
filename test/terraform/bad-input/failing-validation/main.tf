variable "networking" {
  type = string
  validation {
    condition     = contains(["cilium", "flannel"], var.networking)
    error_message = "Choose cilium or flannel."
  }
}

output "networking" {
  value = var.networking
}
