variable "name" {
  type = string
}

variable "worker_count" {
  type    = number
  default = 1
}

variable "subnet_ids" {
  type = list(string)
}

variable "security_groups" {
  type = list(string)
}

variable "kubeconfig" {
  type      = string
  sensitive = true
}

variable "dns_service_ip" {
  type = string
}

variable "ssh_authorized_key" {
  type = string
}

variable "snippets" {
  type    = list(string)
  default = []
}

variable "node_labels" {
  type    = list(string)
  default = []
}
