package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apiserver/pkg/registry/rest"

	"context"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	crdinstall "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	crdstrategy "k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	"k8s.io/kube-aggregator/pkg/apis/apiregistration"
	aggregatorinstall "k8s.io/kube-aggregator/pkg/apis/apiregistration/install"
	apiservicestrategy "k8s.io/kube-aggregator/pkg/registry/apiservice"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
)

// servedKind is how the API server treats one kind at create.
type servedKind struct {
	resource string
	strategy rest.RESTCreateStrategy
	decoder  runtime.Decoder
	// begin does what the kind's storage does before validation; most do nothing.
	begin func(context.Context, runtime.Object) error
}

// servedKinds holds the kinds that people write, in the versions that the API server serves unasked:
// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/controlplane/instance.go
var servedKinds = map[schema.GroupVersionKind]servedKind{}

func init() {
	builtin := &legacyscheme.Codecs
	for version, kinds := range builtinKinds {
		for kind, of := range kinds {
			serve(version, kind, of.resource, of.strategy, builtin)
		}
	}
	serveService(builtin)
	crds := runtime.NewScheme()
	crdinstall.Install(crds)
	crdCodecs := serializer.NewCodecFactory(crds)
	serve(apiextensions.GroupName+"/v1", "CustomResourceDefinition", "customresourcedefinitions",
		crdstrategy.NewStrategy(crds), &crdCodecs)
	aggregated := runtime.NewScheme()
	aggregatorinstall.Install(aggregated)
	aggregatedCodecs := serializer.NewCodecFactory(aggregated)
	serve(apiregistration.GroupName+"/v1", "APIService", "apiservices",
		apiservicestrategy.NewStrategy(aggregated), &aggregatedCodecs)
}

func serve(version, kind, resource string, strategy rest.RESTCreateStrategy, codecs *serializer.CodecFactory) {
	of := schema.FromAPIVersionAndKind(version, kind)
	servedKinds[of] = servedKind{resource: resource, strategy: strategy, decoder: strictDecoder(codecs, of.Group)}
}

// strictDecoder reads JSON as fieldValidation=Strict does, fills in defaults and converts to the internal version.
func strictDecoder(codecs *serializer.CodecFactory, group string) runtime.Decoder {
	format, ok := runtime.SerializerInfoForMediaType(codecs.SupportedMediaTypes(), runtime.ContentTypeJSON)
	if !ok {
		panic("no JSON")
	}
	internal := schema.GroupVersion{Group: group, Version: runtime.APIVersionInternal}
	return codecs.DecoderToVersion(format.StrictSerializer, internal)
}
