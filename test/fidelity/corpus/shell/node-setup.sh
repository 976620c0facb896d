#!/bin/bash
set -euo pipefail
readonly MANIFESTS=/etc/kubernetes/manifests
declare -A ports=([api]=6443 [etcd]=2379)

wait_for() {
  local name=$1 port=${ports[$1]}
  for ((i = 0; i < 30; i++)); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return 0; fi
    sleep 1
  done
  echo >&2 "no $name on port $port"
  return 1
}

mkdir -p "$MANIFESTS"
while read -r name image; do
  [[ $name =~ ^kube-.*$ ]] || continue
  cat > "$MANIFESTS/$name.yaml" <<EOF
apiVersion: v1
kind: Pod
metadata: {name: $name}
spec:
  containers: [{name: $name, image: "$image"}]
EOF
done < <(jq -r '.[] | "\(.name) \(.image)"' /etc/images.json)
wait_for api && wait_for etcd
