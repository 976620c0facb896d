package main

import (
	"k8s.io/apiserver/pkg/registry/rest"

	// These register the versions of every built-in group.
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/events/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/resource/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingadmissionpolicy"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingadmissionpolicybinding"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/apps/controllerrevision"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/certificates/certificates"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/event"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/node"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/flowschema"
	"k8s.io/kubernetes/pkg/registry/flowcontrol/prioritylevelconfiguration"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/ipaddress"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/networking/servicecidr"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/resource/deviceclass"
	"k8s.io/kubernetes/pkg/registry/resource/resourceclaim"
	"k8s.io/kubernetes/pkg/registry/resource/resourceclaimtemplate"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/csinode"
	"k8s.io/kubernetes/pkg/registry/storage/csistoragecapacity"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattachment"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattributesclass"
)

type builtinKind struct {
	resource string
	strategy rest.RESTCreateStrategy
}

var builtinKinds = map[string]map[string]builtinKind{
	"v1": {
		"ConfigMap":             {"configmaps", configmap.Strategy},
		"Endpoints":             {"endpoints", endpoint.Strategy},
		"Event":                 {"events", event.Strategy},
		"LimitRange":            {"limitranges", limitrange.Strategy},
		"Namespace":             {"namespaces", namespace.Strategy},
		"Node":                  {"nodes", node.Strategy},
		"PersistentVolume":      {"persistentvolumes", persistentvolume.Strategy},
		"PersistentVolumeClaim": {"persistentvolumeclaims", persistentvolumeclaim.Strategy},
		"Pod":                   {"pods", pod.Strategy},
		"PodTemplate":           {"podtemplates", podtemplate.Strategy},
		"ReplicationController": {"replicationcontrollers", replicationcontroller.Strategy},
		"ResourceQuota":         {"resourcequotas", resourcequota.Strategy},
		"Secret":                {"secrets", secret.Strategy},
		"ServiceAccount":        {"serviceaccounts", serviceaccount.Strategy},
	},
	"admissionregistration.k8s.io/v1": {
		"MutatingWebhookConfiguration":     {"mutatingwebhookconfigurations", mutatingwebhookconfiguration.Strategy},
		"ValidatingWebhookConfiguration":   {"validatingwebhookconfigurations", validatingwebhookconfiguration.Strategy},
		"ValidatingAdmissionPolicy":        {"validatingadmissionpolicies", validatingadmissionpolicy.NewStrategy(anybody, anyResource)},
		"ValidatingAdmissionPolicyBinding": {"validatingadmissionpolicybindings", validatingadmissionpolicybinding.NewStrategy(anybody, noPolicies, anyResource)},
	},
	"apps/v1": {
		"ControllerRevision": {"controllerrevisions", controllerrevision.Strategy},
		"DaemonSet":          {"daemonsets", daemonset.Strategy},
		"Deployment":         {"deployments", deployment.Strategy},
		"ReplicaSet":         {"replicasets", replicaset.Strategy},
		"StatefulSet":        {"statefulsets", statefulset.Strategy},
	},
	"autoscaling/v1": {"HorizontalPodAutoscaler": {"horizontalpodautoscalers", horizontalpodautoscaler.Strategy}},
	"autoscaling/v2": {"HorizontalPodAutoscaler": {"horizontalpodautoscalers", horizontalpodautoscaler.Strategy}},
	"batch/v1": {
		"CronJob": {"cronjobs", cronjob.Strategy},
		"Job":     {"jobs", job.Strategy},
	},
	"certificates.k8s.io/v1": {"CertificateSigningRequest": {"certificatesigningrequests", certificates.Strategy}},
	"coordination.k8s.io/v1": {"Lease": {"leases", lease.Strategy}},
	"discovery.k8s.io/v1":    {"EndpointSlice": {"endpointslices", endpointslice.Strategy}},
	"events.k8s.io/v1":       {"Event": {"events", event.Strategy}},
	"flowcontrol.apiserver.k8s.io/v1": {
		"FlowSchema":                 {"flowschemas", flowschema.Strategy},
		"PriorityLevelConfiguration": {"prioritylevelconfigurations", prioritylevelconfiguration.Strategy},
	},
	"networking.k8s.io/v1": {
		"IPAddress":     {"ipaddresses", ipaddress.Strategy},
		"Ingress":       {"ingresses", ingress.Strategy},
		"IngressClass":  {"ingressclasses", ingressclass.Strategy},
		"NetworkPolicy": {"networkpolicies", networkpolicy.Strategy},
		"ServiceCIDR":   {"servicecidrs", servicecidr.Strategy},
	},
	"node.k8s.io/v1": {"RuntimeClass": {"runtimeclasses", runtimeclass.Strategy}},
	"policy/v1":      {"PodDisruptionBudget": {"poddisruptionbudgets", poddisruptionbudget.Strategy}},
	"rbac.authorization.k8s.io/v1": {
		"ClusterRole":        {"clusterroles", clusterrole.Strategy},
		"ClusterRoleBinding": {"clusterrolebindings", clusterrolebinding.Strategy},
		"Role":               {"roles", role.Strategy},
		"RoleBinding":        {"rolebindings", rolebinding.Strategy},
	},
	"resource.k8s.io/v1": {
		"DeviceClass":           {"deviceclasses", deviceclass.Strategy},
		"ResourceClaim":         {"resourceclaims", resourceclaim.NewStrategy(namespaces)},
		"ResourceClaimTemplate": {"resourceclaimtemplates", resourceclaimtemplate.NewStrategy(namespaces)},
	},
	"scheduling.k8s.io/v1": {"PriorityClass": {"priorityclasses", priorityclass.Strategy}},
	"storage.k8s.io/v1": {
		"CSIDriver":             {"csidrivers", csidriver.Strategy},
		"CSINode":               {"csinodes", csinode.Strategy},
		"CSIStorageCapacity":    {"csistoragecapacities", csistoragecapacity.Strategy},
		"StorageClass":          {"storageclasses", storageclass.Strategy},
		"VolumeAttachment":      {"volumeattachments", volumeattachment.Strategy},
		"VolumeAttributesClass": {"volumeattributesclasses", volumeattributesclass.Strategy},
	},
}
