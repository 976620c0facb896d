# Objects that are applied by providers are manifests like any other; what a chart would make is not known.
resource "kubernetes_manifest" "quiet" {
  manifest = {
    apiVersion = "v1"
    kind       = "ConfigMap"
    metadata = {
      name      = "quiet"
      namespace = "default"
    }
    data = { a = "b" }
    dtaa = {}
  }
}

resource "kubernetes_namespace" "apps" {
  metadata {
    name   = "apps"
    labels = { team = "blue" }
  }
}

resource "kubernetes_deployment" "web" {
  metadata {
    name      = "web"
    namespace = kubernetes_namespace.apps.metadata[0].name
  }

  spec {
    replicas = 2

    selector {
      match_labels = { app = "web" }
    }

    template {
      metadata {
        labels = { app = "other" }
      }

      spec {
        container {
          name  = "web"
          image = "registry.example.com/web:1.0.0"
        }
      }
    }
  }
}

resource "kubectl_manifest" "rendered" {
  yaml_body = templatefile("${path.module}/service.yaml", { port = 70000 })
}

resource "helm_release" "chart" {
  name       = "chart"
  repository = "https://charts.example.com"
  chart      = "chart"
}
