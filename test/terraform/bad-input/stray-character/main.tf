variable "region" {}
@
