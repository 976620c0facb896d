# A kubeconfig inside Butane inside user data, through merge, format, indent and base64encode: what is wrong in it stands
# in a template two files away.
locals {
  texts = merge(
    { kubeconfig = templatefile("${path.module}/kubeconfig.tftpl", { server = "https://cluster.example.com" }) },
    { unit = format("%s", file("${path.module}/kubelet.service")) },
  )
}

data "ct_config" "node" {
  strict = true
  content = templatefile("${path.module}/node.yaml", {
    kubeconfig = indent(10, local.texts["kubeconfig"])
    unit       = indent(8, local.texts.unit)
  })
}

resource "aws_instance" "node" {
  user_data_base64 = base64encode(data.ct_config.node.rendered)
}
