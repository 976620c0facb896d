output "other" {
  value = 1
}
