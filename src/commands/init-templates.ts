/** A `windtunnel.yaml` that changes nothing until a line is uncommented. */
export const configTemplate = `# Settings of windtunnel: https://github.com/windtunnel/windtunnel/blob/main/docs/configuration.md
# Every line below is an example and does nothing until its # is taken away.

# Configs and manifests to check, as patterns in the style of .gitignore. Without it they are found by what they contain.
# files: ["machines/**/*.yaml"]
# ignore: ["archive/"]

# Where \`local:\` files and \`trees:\` of Butane are read from. Without it: the folder of each config.
# files-dir: .

# Strict translation refuses a config for a warning too, as terraform-provider-ct with \`strict = true\`.
# strict: true

# What the machines run on; sizes of user data and versions of Ignition are checked against it.
# platform: aws            # aws, azure, google-cloud, digitalocean, bare-metal, hetzner, openstack, vmware, qemu
# os: fedora-coreos        # fedora-coreos, flatcar
# os-version: 42.20250803.3.0

# The Kubernetes that manifests and components are for. Without it: that of the kubelet and kube-apiserver images,
# or the newest known.
# kubernetes: "1.36"

# Whether an object is an error when nothing describes its kind: neither Kubernetes nor a CustomResourceDefinition.
# require-schemas: false

# Machines made of a config and snippets, merged in this order.
# machines:
#   - name: worker
#     config: machines/worker.yaml
#     snippets: [snippets/storage.yaml]
#     platform: aws

# Terraform modules: which are rendered, and with which values. Without it: those that nothing calls, with what .tfvars
# files say and sample values for the rest.
# terraform:
#   modules: ["*/*/kubernetes"]
#   variables:
#     cluster_name: tempest
#   axes:
#     networking: [flannel, cilium]

# The least severity that makes the command fail: error, warning, note or never.
# fail-on: error

# Findings that are known and accepted. Each needs a reason; \`until\` brings it back on a day.
# suppressions:
#   - check: unit/unknown-directive
#     paths: ["machines/legacy/"]
#     reason: the old image has a patched systemd
#     until: 2027-06-30
`;
