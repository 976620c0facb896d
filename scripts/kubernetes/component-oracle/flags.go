package main

import (
	"encoding/json"
	goflag "flag"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	cliflag "k8s.io/component-base/cli/flag"
	_ "k8s.io/component-base/logs/json/register"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	proxy "k8s.io/kubernetes/cmd/kube-proxy/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	kubelet "k8s.io/kubernetes/cmd/kubelet/app/options"
)

// Flag is one flag as the compiled component has it.
type Flag struct {
	Name       string `json:"name"`
	Shorthand  string `json:"shorthand"`
	Type       string `json:"type"`
	Optional   bool   `json:"optional"`
	Deprecated bool   `json:"deprecated"`
}

// printFlags can be asked once in a process: feature gates cannot be added to two sets of flags.
func printFlags(component string, out io.Writer) error {
	set, err := flagsOf(component)
	if err != nil {
		return err
	}
	flags := []Flag{}
	set.VisitAll(func(flag *pflag.Flag) {
		if component == "kube-proxy" && isOfKubelet(flag.Name) {
			return
		}
		flags = append(flags, Flag{
			Name: flag.Name, Shorthand: flag.Shorthand, Type: flag.Value.Type(),
			Optional: flag.NoOptDefVal != "", Deprecated: flag.Deprecated != "",
		})
	})
	return json.NewEncoder(out).Encode(flags)
}

// isOfKubelet tells flags that are in this program because the kubelet is: kube-proxy alone has two of them.
func isOfKubelet(name string) bool {
	return goflag.CommandLine.Lookup(name) != nil && name != "boot_id_file" && name != "machine_id_file"
}

func flagsOf(component string) (*pflag.FlagSet, error) {
	switch component {
	case "kube-apiserver":
		return commandFlags(apiserver.NewAPIServerCommand()), nil
	case "kube-controller-manager":
		return commandFlags(controllermanager.NewControllerManagerCommand()), nil
	case "kube-proxy":
		return commandFlags(proxy.NewProxyCommand()), nil
	case "kube-scheduler":
		return commandFlags(scheduler.NewSchedulerCommand()), nil
	case "kubelet":
		return kubeletFlags()
	}
	return nil, fmt.Errorf("unknown component %q", component)
}

func commandFlags(command *cobra.Command) *pflag.FlagSet {
	command.InitDefaultHelpFlag()
	command.Flags().AddFlagSet(command.PersistentFlags())
	return command.Flags()
}

// kubeletFlags are put together as in cmd/kubelet/app/server.go, which keeps them to itself.
func kubeletFlags() (*pflag.FlagSet, error) {
	set := pflag.NewFlagSet("kubelet", pflag.ContinueOnError)
	set.SetNormalizeFunc(cliflag.WordSepNormalizeFunc)
	kubelet.NewKubeletFlags().AddFlags(set)
	config, err := kubelet.NewKubeletConfiguration()
	if err != nil {
		return nil, err
	}
	kubelet.AddKubeletConfigFlags(set, config)
	kubelet.AddGlobalFlags(set)
	set.BoolP("help", "h", false, "")
	return set, nil
}
