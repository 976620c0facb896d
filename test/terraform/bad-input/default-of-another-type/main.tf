variable "sizes" {
  type    = list(number)
  default = [1, "two"]
}
