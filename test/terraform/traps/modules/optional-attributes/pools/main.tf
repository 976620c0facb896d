variable "pools" {
  type = map(object({
    token  = optional(string, "default-token")
    size   = optional(number, 1)
    labels = optional(map(string), { role = "worker" })
    disk = optional(object({
      type = optional(string, "hdd")
      gb   = optional(number, 30)
    }), {})
  }))
}

output "told" {
  value = { for name, pool in var.pools : name => { size = pool.size, labels = pool.labels, disk = pool.disk, kept = nonsensitive(pool.token == "default-token") } }
}

output "token" {
  value = var.pools["small"].token
}
