variable "zone" {}
variable "region" {}
