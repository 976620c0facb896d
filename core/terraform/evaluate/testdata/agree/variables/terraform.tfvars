flag     = "true"
ports    = [443, "80", 443]
fallback = null
pools = {
  small = {}
  large = {
    count  = "3"
    labels = { size = "large" }
    taints = [{ key = "gpu" }, { key = "spot", effect = "NoExecute" }]
    extra  = "dropped"
  }
}
