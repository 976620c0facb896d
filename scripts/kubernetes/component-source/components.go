package main

// component is one program and how its flags are gathered.
type component struct {
	name string
	read func(w *walker, set *flagSet)
}

const (
	apiServer         = "k8s.io/kubernetes/cmd/kube-apiserver/app/options"
	controllerManager = "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler         = "k8s.io/kubernetes/cmd/kube-scheduler/app/options"
	proxy             = "k8s.io/kubernetes/cmd/kube-proxy/app"
	kubelet           = "k8s.io/kubernetes/cmd/kubelet/app/options"
	globalFlags       = "k8s.io/component-base/cli/globalflag"
)

var components = []component{
	{"kube-apiserver", func(w *walker, set *flagSet) {
		w.start(set, apiServer, "ServerRunOptions.Flags")
		w.startIfPresent(set, apiServer, "AddCustomGlobalFlags")
		w.global(set)
	}},
	{"kube-controller-manager", func(w *walker, set *flagSet) {
		w.start(set, controllerManager+"/options", "KubeControllerManagerOptions.Flags")
		w.startIfPresent(set, controllerManager, "registerLegacyGlobalFlags")
		w.global(set)
	}},
	{"kube-scheduler", func(w *walker, set *flagSet) {
		w.startIfPresent(set, scheduler, "Options.Flags")
		if w.startIfPresent(set, scheduler, "Options.initFlags") {
			set.addSet(w.kept)
		}
		w.global(set)
	}},
	{"kube-proxy", readProxy},
	{"kubelet", func(w *walker, set *flagSet) {
		w.start(set, kubelet, "KubeletServer.AddFlags")
		w.start(set, kubelet, "AddGlobalFlags")
		addHelpFlag(set)
	}},
}

// readProxy adds what kube-proxy takes over from libraries: its main function passed on all flags that they register.
// Since 1.23 logging comes from component-base's cli.Run, and two flags of cadvisor are left.
func readProxy(w *walker, set *flagSet) {
	w.start(set, proxy, "Options.AddFlags")
	addVersionFlag(w, []value{{set: set}})
	addHelpFlag(set)
	if w.minor <= 22 {
		addKlogFlags(w, []value{{set: set}})
	}
	addLogsFlags(w, []value{{set: set}})
	for _, name := range []string{"boot_id_file", "machine_id_file"} {
		w.copyGlobal(value{set: set}, textValue(name), value{})
	}
}

func (w *walker) global(set *flagSet) {
	addVersionFlag(w, []value{{set: set}})
	w.start(set, globalFlags, "AddGlobalFlags")
}

func addHelpFlag(set *flagSet) {
	set.add(Flag{Name: "help", Shorthand: "h", Type: "bool", Optional: true})
}

func (w *walker) start(set *flagSet, importPath, name string) {
	if !w.startIfPresent(set, importPath, name) {
		w.gaps = append(w.gaps, w.component+": no "+importPath+"."+name)
	}
}

func (w *walker) startIfPresent(set *flagSet, importPath, name string) bool {
	pkg := w.source.load(importPath)
	if pkg == nil {
		return false
	}
	function, found := pkg.funcs[name]
	if !found {
		return false
	}
	arguments := []value{{set: set}}
	if result := w.run(function, arguments); result.set != nil {
		set.addSet(result.set)
	}
	return true
}
