variable "regoin" {
  default = "south"
}
