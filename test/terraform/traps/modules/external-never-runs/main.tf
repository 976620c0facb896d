# Data that only a program or a server could tell is never asked for.
data "external" "run" {
  program = ["sh", "-c", "touch was-run; echo '{}'"]
}

data "http" "get" {
  url = "http://127.0.0.1:9/anything"
}

data "ct_config" "node" {
  strict = true
  content = templatefile("${path.module}/node.yaml", {
    result = data.external.run.result["name"]
    body   = data.http.get.response_body
  })
}
