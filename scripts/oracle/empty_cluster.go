package main

import (
	"context"

	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/authorization/authorizerfactory"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/kubernetes/pkg/apis/admissionregistration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/resolver"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingadmissionpolicybinding"
)

// What some strategies ask the rest of a cluster: here everybody may do everything, and there is nothing yet.

var anybody = authorizerfactory.NewAlwaysAllowAuthorizer()

var namespaces = fake.NewClientset().CoreV1().Namespaces()

var anyResource = resolver.ResourceResolverFunc(
	func(kind schema.GroupVersionKind) (schema.GroupVersionResource, error) {
		return kind.GroupVersion().WithResource("things"), nil
	})

type policies struct{}

var noPolicies validatingadmissionpolicybinding.PolicyGetter = policies{}

func (policies) GetValidatingAdmissionPolicy(
	_ context.Context, name string,
) (*admissionregistration.ValidatingAdmissionPolicy, error) {
	return nil, errors.NewNotFound(admissionregistration.Resource("validatingadmissionpolicies"), name)
}
