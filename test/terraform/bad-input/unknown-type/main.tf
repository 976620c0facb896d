variable "sizes" {
  type = list(integer)
}
