variable "size" {
  type = number

  validation {
    condition     = var.size > 0
    error_message = "A pool has at least one machine, not ${var.size}."
  }
}
