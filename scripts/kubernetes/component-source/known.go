package main

import "go/ast"

// knownFunctions stand for functions that copy flags between sets at run time.
var knownFunctions map[string]func(w *walker, arguments []value)

func init() {
	const kubelet = "k8s.io/kubernetes/cmd/kubelet/app/options."
	knownFunctions = map[string]func(w *walker, arguments []value){
		"k8s.io/klog.InitFlags":                          addKlogFlags,
		"k8s.io/klog/v2.InitFlags":                       addKlogFlags,
		"k8s.io/component-base/logs.AddFlags":            addLogsFlags,
		"k8s.io/component-base/version/verflag.AddFlags": addVersionFlag,
		"k8s.io/kubernetes/pkg/version/verflag.AddFlags": addVersionFlag,
		"k8s.io/component-base/cli/globalflag.Register":  func(w *walker, a []value) { w.copyGlobal(a[0], a[1], value{}) },
		kubelet + "register":                             func(w *walker, a []value) { w.copyGlobal(a[1], a[2], value{}) },
		kubelet + "pflagRegister":                        func(w *walker, a []value) { w.copyGlobal(a[1], a[2], value{}) },
		kubelet + "registerDeprecated":                   func(w *walker, a []value) { w.copyGlobal(a[1], a[2], a[3]) },
	}
}

// globalTypes are flags that other libraries (cadvisor, the cloud providers) register for the whole program; the
// components take them over by name. Types as in `cmd/kubelet` and `cmd/kube-apiserver` of the releases that print them.
var globalTypes = map[string]string{
	"application_metrics_count_limit":        "int",
	"azure-container-registry-config":        "string",
	"boot_id_file":                           "string",
	"cloud-provider-gce-l7lb-src-cidrs":      "cidrs",
	"cloud-provider-gce-lb-src-cidrs":        "cidrs",
	"container_hints":                        "string",
	"containerd":                             "string",
	"containerd-namespace":                   "string",
	"default-not-ready-toleration-seconds":   "int64",
	"default-unreachable-toleration-seconds": "int64",
	"docker":                                 "string",
	"docker-tls":                             "bool",
	"docker-tls-ca":                          "string",
	"docker-tls-cert":                        "string",
	"docker-tls-key":                         "string",
	"docker_env_metadata_whitelist":          "string",
	"docker_only":                            "bool",
	"docker_root":                            "string",
	"enable_load_reader":                     "bool",
	"event_storage_age_limit":                "string",
	"event_storage_event_limit":              "string",
	"global_housekeeping_interval":           "duration",
	"google-json-key":                        "string",
	"housekeeping_interval":                  "duration",
	"log_cadvisor_usage":                     "bool",
	"machine_id_file":                        "string",
	"storage_driver_buffer_duration":         "duration",
	"storage_driver_db":                      "string",
	"storage_driver_host":                    "string",
	"storage_driver_password":                "string",
	"storage_driver_secure":                  "bool",
	"storage_driver_table":                   "string",
	"storage_driver_user":                    "string",
}

// knownConstants are names of flags that are constants of a module that is not read.
var knownConstants = map[string]string{
	"github.com/google/cadvisor/lib/cadvisorflags.HousekeepingInterval": "housekeeping_interval",
}

// knownTypes are values whose type says what it is called elsewhere than in a `return "..."`, or in another module.
var knownTypes = map[string]string{
	"Level":                     "Level",
	"PortRange":                 "portRange",
	"QuantityValue":             "quantity",
	"VModuleConfigurationPflag": "pattern=N,...",
	"VerbosityLevelPflag":       "Level",
	"moduleSpec":                "moduleSpec",
	"severity":                  "severity",
	"severityValue":             "severity",
	"traceLocation":             "traceLocation",
}

func (w *walker) copyGlobal(set, name, deprecated value) {
	if set.set == nil || name.text == nil {
		w.gaps = append(w.gaps, w.component+": a global flag without a known name")
		return
	}
	typeName, known := globalTypes[*name.text]
	if !known {
		w.gaps = append(w.gaps, w.component+": no type of the global flag "+*name.text)
		return
	}
	flag := Flag{Name: *name.text, Type: typeName, Optional: typeName == "bool"}
	if deprecated.text != nil {
		flag.Deprecated = *deprecated.text
	}
	set.set.add(flag)
}

func addVersionFlag(_ *walker, arguments []value) {
	arguments[0].set.add(Flag{Name: "version", Type: "version", Optional: true})
}

// addKlogFlags walks klog's own definitions.
func addKlogFlags(w *walker, arguments []value) {
	for _, importPath := range []string{"k8s.io/klog/v2", "k8s.io/klog"} {
		if pkg := w.source.load(importPath); pkg != nil {
			w.run(pkg.funcs["InitFlags"], []value{arguments[0]})
			return
		}
	}
	w.gaps = append(w.gaps, w.component+": klog is not loaded")
}

// addLogsFlags is component-base's logs.AddFlags. Until 1.22 klog's flags came from elsewhere; from 1.23 they are
// copied here, deprecated, and from 1.26 only three are left.
// https://github.com/kubernetes/enhancements/tree/master/keps/sig-instrumentation/2845-deprecate-klog-specific-flags-in-k8s-components
func addLogsFlags(w *walker, arguments []value) {
	set := arguments[0].set
	kept := map[string]bool{"log-flush-frequency": true, "v": true, "vmodule": true}
	set.add(Flag{Name: "log-flush-frequency", Type: "duration"})
	switch {
	case w.minor >= 26:
		set.add(Flag{Name: "v", Type: "Level", Shorthand: "v"})
		set.add(Flag{Name: "vmodule", Type: "pattern=N,..."})
	case w.minor >= 23:
		klog := newFlagSet()
		addKlogFlags(w, []value{{set: klog}})
		for _, flag := range klog.sorted() {
			if !kept[flag.Name] {
				flag.Deprecated = "will be removed in a future release"
			}
			set.add(flag)
		}
	}
}

// spared names the flags that a visiting function leaves out: `if names[f.Name] { return }`.
func (f *frame) spared(function *ast.FuncLit) []string {
	var names []string
	ast.Inspect(function, func(node ast.Node) bool {
		if index, isIndex := node.(*ast.IndexExpr); isIndex {
			if table, isName := index.X.(*ast.Ident); isName {
				names = append(names, f.locals[table.Name].words...)
			}
		}
		return true
	})
	return names
}
