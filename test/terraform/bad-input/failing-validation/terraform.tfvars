networking = "calico"
