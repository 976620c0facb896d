package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utilruntime "k8s.io/apimachinery/pkg/util/runtime"
	"k8s.io/apimachinery/pkg/util/sets"
	"k8s.io/apiserver/pkg/apis/apiserver"
	apiserverv1 "k8s.io/apiserver/pkg/apis/apiserver/v1"
	apiservervalidation "k8s.io/apiserver/pkg/apis/apiserver/validation"
	auditpolicy "k8s.io/apiserver/pkg/audit/policy"
	authenticationcel "k8s.io/apiserver/pkg/authentication/cel"
	authorizationcel "k8s.io/apiserver/pkg/authorization/cel"
	"k8s.io/apiserver/pkg/util/feature"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/kubernetes/pkg/kubeapiserver/authorizer/modes"
	kubeletconfig "k8s.io/kubernetes/pkg/kubelet/apis/config"
	kubeletscheme "k8s.io/kubernetes/pkg/kubelet/apis/config/scheme"
	kubeletvalidation "k8s.io/kubernetes/pkg/kubelet/apis/config/validation"
	"k8s.io/kubernetes/pkg/kubelet/eviction"
	proxyconfig "k8s.io/kubernetes/pkg/proxy/apis/config"
	proxyscheme "k8s.io/kubernetes/pkg/proxy/apis/config/scheme"
	proxyvalidation "k8s.io/kubernetes/pkg/proxy/apis/config/validation"
	schedulerconfig "k8s.io/kubernetes/pkg/scheduler/apis/config"
	schedulerscheme "k8s.io/kubernetes/pkg/scheduler/apis/config/scheme"
	schedulervalidation "k8s.io/kubernetes/pkg/scheduler/apis/config/validation"
	podsecurityload "k8s.io/pod-security-admission/admission/api/load"
	podsecurityvalidation "k8s.io/pod-security-admission/admission/api/validation"
)

// checks decode a configuration as its component does, fill in defaults, and validate it.
var checks = map[string]func(data []byte) error{
	"AuthenticationConfiguration": checkAuthentication,
	"AuthorizationConfiguration":  checkAuthorization,
	"Config":                      checkKubeconfig,
	"EncryptionConfiguration":     checkEncryption,
	"KubeProxyConfiguration":      checkProxy,
	"KubeSchedulerConfiguration":  checkScheduler,
	"KubeletConfiguration":        checkKubelet,
	"PodSecurityConfiguration":    checkPodSecurity,
	"Policy":                      checkAuditPolicy,
}

// judgeConfigs answers a line for each line: what is refused, or an empty string.
func judgeConfigs(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<26)
	encoder := json.NewEncoder(out)
	for lines.Scan() {
		message := ""
		if err := judge(lines.Bytes()); err != nil {
			message = err.Error()
		}
		if err := encoder.Encode(message); err != nil {
			return err
		}
	}
	return lines.Err()
}

func judge(data []byte) (err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("panic: %v", panicked)
		}
	}()
	var document struct{ Kind string }
	if err := json.Unmarshal(data, &document); err != nil {
		return err
	}
	check, known := checks[document.Kind]
	if !known {
		return fmt.Errorf("unknown kind %q", document.Kind)
	}
	return check(data)
}

func checkKubelet(data []byte) error {
	_, codecs, err := kubeletscheme.NewSchemeAndCodecs(serializer.EnableStrict)
	if err != nil {
		return err
	}
	object, _, err := codecs.UniversalDecoder().Decode(data, nil, nil)
	if err != nil {
		return err
	}
	config := object.(*kubeletconfig.KubeletConfiguration)
	if err := kubeletvalidation.ValidateKubeletConfiguration(config, feature.DefaultFeatureGate); err != nil {
		return err
	}
	_, err = eviction.ParseThresholdConfig(config.EnforceNodeAllocatable, config.EvictionHard, config.EvictionSoft,
		config.EvictionSoftGracePeriod, config.EvictionMinimumReclaim)
	return err
}

func checkProxy(data []byte) error {
	object, _, err := proxyscheme.Codecs.UniversalDecoder().Decode(data, nil, nil)
	if err != nil {
		return err
	}
	return proxyvalidation.Validate(object.(*proxyconfig.KubeProxyConfiguration)).ToAggregate()
}

func checkScheduler(data []byte) error {
	object, _, err := schedulerscheme.Codecs.UniversalDecoder().Decode(data, nil, nil)
	if err != nil {
		return err
	}
	if refused := schedulervalidation.ValidateKubeSchedulerConfiguration(object.(*schedulerconfig.KubeSchedulerConfiguration)); refused != nil {
		return refused
	}
	return nil
}

func checkEncryption(data []byte) error {
	object, err := decodeOfAPIServer(data)
	if err != nil {
		return err
	}
	return apiservervalidation.ValidateEncryptionConfiguration(object.(*apiserver.EncryptionConfiguration), false).ToAggregate()
}

func checkAuthentication(data []byte) error {
	object, err := decodeOfAPIServer(data)
	if err != nil {
		return err
	}
	return apiservervalidation.ValidateAuthenticationConfiguration(authenticationcel.NewDefaultCompiler(),
		object.(*apiserver.AuthenticationConfiguration), nil).ToAggregate()
}

func checkAuthorization(data []byte) error {
	object, err := decodeOfAPIServer(data)
	if err != nil {
		return err
	}
	return apiservervalidation.ValidateAuthorizationConfiguration(authorizationcel.NewDefaultCompiler(), nil,
		object.(*apiserver.AuthorizationConfiguration),
		sets.New(modes.AuthorizationModeChoices...), sets.New("Webhook")).ToAggregate()
}

func decodeOfAPIServer(data []byte) (runtime.Object, error) {
	scheme := runtime.NewScheme()
	utilruntime.Must(apiserver.AddToScheme(scheme))
	utilruntime.Must(apiserverv1.AddToScheme(scheme))
	codecs := serializer.NewCodecFactory(scheme, serializer.EnableStrict)
	object, _, err := codecs.UniversalDecoder().Decode(data, nil, nil)
	return object, err
}

func checkAuditPolicy(data []byte) error {
	_, err := auditpolicy.LoadPolicyFromBytes(data)
	return err
}

func checkPodSecurity(data []byte) error {
	config, err := podsecurityload.LoadFromData(data)
	if err != nil {
		return err
	}
	return podsecurityvalidation.ValidatePodSecurityConfiguration(config).ToAggregate()
}

func checkKubeconfig(data []byte) error {
	config, err := clientcmd.Load(data)
	if err != nil {
		return err
	}
	if err := clientcmd.ConfirmUsable(*config, ""); err != nil {
		return err
	}
	_, err = clientcmd.NewDefaultClientConfig(*config, nil).ClientConfig()
	return err
}
