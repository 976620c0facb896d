locals {
  motd = <<-EOT
    Welcome
}
