variable "text" {
  type    = string
  default = 5
}

variable "number" {
  type    = number
  default = "7"
}

variable "flag" {
  type = bool
}

variable "ports" {
  type = set(number)
}

variable "names" {
  type    = list(string)
  default = []
}

variable "anything" {
  default = { a = [1, "b", null] }
}

variable "pools" {
  type = map(object({
    count  = optional(number, 1)
    labels = optional(map(string), {})
    taints = optional(list(object({
      key    = string
      effect = optional(string, "NoSchedule")
    })), [])
    note = optional(string)
  }))
  default = {}
}

variable "nested" {
  type = object({
    disk = optional(object({
      size = optional(number, 30)
      type = optional(string, "ssd")
    }), {})
  })
  default  = {}
  nullable = false
}

variable "fallback" {
  type     = string
  default  = "fell back"
  nullable = false
}

variable "hidden" {
  type      = object({ password = string, user = optional(string, "core") })
  sensitive = true
  default   = { password = "x" }
}

variable "any_list" {
  type    = list(any)
  default = [1, "two", true]
}

variable "any_map" {
  type    = map(any)
  default = { a = 1, b = 2 }
}

variable "pair" {
  type    = tuple([string, number])
  default = [1, "2"]
}

output "text" { value = var.text }
output "number" { value = var.number + 1 }
output "flag" { value = var.flag }
output "ports" { value = var.ports }
output "names" { value = var.names }
output "anything" { value = var.anything }
output "pools" { value = var.pools }
output "nested" { value = var.nested }
output "fallback" { value = var.fallback }
output "hidden" {
  value     = var.hidden
  sensitive = true
}
output "shown" { value = nonsensitive(var.hidden.user) }
output "any_list" { value = var.any_list }
output "any_map" { value = var.any_map }
output "pair" { value = var.pair }
