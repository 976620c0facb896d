output "region" {
  description = "Where machines stand"
}
