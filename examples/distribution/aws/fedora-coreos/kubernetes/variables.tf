variable "cluster_name" {
  type        = string
  description = "Name of the cluster"
}

variable "dns_zone" {
  type        = string
  description = "DNS zone (e.g. cloud.example.com)"
}

variable "dns_zone_id" {
  type        = string
  description = "Id of the zone"
}

variable "os_stream" {
  type    = string
  default = "stable"

  validation {
    condition     = contains(["stable", "testing", "next"], var.os_stream)
    error_message = "The os_stream must be stable, testing or next."
  }
}

variable "controller_count" {
  type    = number
  default = 1
}

variable "worker_count" {
  type    = number
  default = 2
}

variable "networking" {
  type        = string
  description = "Choice of networking (flannel or calico)"
  default     = "flannel"
}

variable "ssh_authorized_key" {
  type        = string
  description = "SSH public key for the user core"
}

variable "controller_snippets" {
  type    = list(string)
  default = []
}

variable "worker_snippets" {
  type    = list(string)
  default = []
}

variable "host_cidr" {
  type    = string
  default = "10.0.0.0/16"
}

variable "worker_node_labels" {
  type    = list(string)
  default = []
}
