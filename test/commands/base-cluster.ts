// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are templates
/** A module that makes four entries, of two CNIs with one or three controllers, with a key and a token. */
const main = `variable "networking" {
  description = "Choice of networking provider (flannel or cilium)"
  default     = "cilium"
}
variable "controller_count" {
  type    = number
  default = 1
}
variable "extra" {
  default = ""
}
resource "tls_private_key" "ca" {
  algorithm = "RSA"
  rsa_bits  = 2048
}
resource "random_password" "token" {
  length = 24
}
data "ct_config" "controller" {
  count  = var.controller_count
  strict = true
  content = templatefile("\${path.module}/../shared/controller.yaml", {
    networking = var.networking
    extra      = var.extra
    ca_key     = tls_private_key.ca.private_key_pem
    token      = random_password.token.result
    name       = "controller-\${count.index}"
  })
}
resource "aws_instance" "controller" {
  count     = var.controller_count
  user_data = data.ct_config.controller[count.index].rendered
}
resource "local_file" "token" {
  filename = "token"
  content  = "token: \${random_password.token.result}\\n"
}
`;

export const template = `variant: fcos
version: 1.5.0
storage:
  files:
    - path: /etc/hostname
      contents:
        inline: \${name}
    - path: /etc/cluster.conf
      contents:
        inline: |
          networking=\${networking}
          extra=\${extra}
          token=\${token}
    - path: /etc/ca.key
      mode: 0600
      contents:
        inline: |
          \${indent(10, ca_key)}
systemd:
  units:
    - name: web.service
      enabled: true
      contents: |
        [Service]
        ExecStart=/usr/bin/true
        [Install]
        WantedBy=multi-user.target
`;

/** Modules of four entries each, with one template. */
export function clusterFiles(modules: number): Record<string, string> {
  const files: Record<string, string> = { 'shared/controller.yaml': template };
  for (let number = 1; number <= modules; number += 1) files[`m${number}/main.tf`] = main;
  return files;
}

export { main as clusterModule };
