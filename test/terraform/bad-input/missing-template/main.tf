output "motd" {
  value = templatefile("${path.module}/motd.tftpl", {})
}
