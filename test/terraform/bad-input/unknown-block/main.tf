outputs "region" {
  value = 1
}
