variable "cluster_name" {
  type        = string
  description = "Name of the cluster, a DNS label"
}

variable "api_servers" {
  type        = list(string)
  description = "Names that the API server is reached by"
}

variable "etcd_servers" {
  type        = list(string)
  description = "Names of the etcd members"
}

variable "networking" {
  type        = string
  description = "Network of the pods"
  default     = "flannel"

  validation {
    condition     = contains(["flannel", "calico"], var.networking)
    error_message = "The networking must be flannel or calico."
  }
}

variable "pod_cidr" {
  type    = string
  default = "10.20.0.0/14"
}

variable "service_cidr" {
  type    = string
  default = "10.3.0.0/16"
}

variable "images" {
  type = object({
    api       = optional(string, "registry.k8s.io/kube-apiserver:v1.34.1")
    scheduler = optional(string, "registry.k8s.io/kube-scheduler:v1.34.1")
    flannel   = optional(string, "ghcr.io/flannel-io/flannel:v0.27.4")
    calico    = optional(string, "quay.io/calico/node:v3.31.0")
  })
  default = {}
}
