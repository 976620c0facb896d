package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/apiserver/pkg/warning"
)

// problem is one complaint, named as Kubernetes names it: the type is a field.ErrorType, or "decode" for what the
// strict decoder says, or the reason of a status that names no field.
type problem struct {
	Type   string `json:"type"`
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

// verdict is what the API server would answer to a create with fieldValidation=Strict.
type verdict struct {
	Verdict  string    `json:"verdict"`
	Errors   []problem `json:"errors"`
	Warnings []string  `json:"warnings"`
}

func rejected(problems ...problem) verdict {
	return verdict{"rejected", problems, []string{}}
}

// judge answers for one JSON document. A panic of upstream's code becomes a 500 in the API server too.
func judge(document []byte) (answer verdict) {
	defer func() {
		if cause := recover(); cause != nil {
			answer = rejected(problem{Type: "panic", Detail: fmt.Sprint(cause)})
		}
	}()
	var typed metav1.TypeMeta
	if err := json.Unmarshal(document, &typed); err != nil {
		return rejected(problem{Type: "decode", Detail: err.Error()})
	}
	if typed.Kind == "" || typed.APIVersion == "" {
		return rejected(problem{Type: "decode", Detail: "apiVersion and kind must be set"})
	}
	kind := schema.FromAPIVersionAndKind(typed.APIVersion, typed.Kind)
	served, ok := servedKinds[kind]
	if !ok {
		return verdict{"unknown-kind", []problem{}, []string{}}
	}
	object, _, err := served.decoder.Decode(document, &kind, nil)
	if err != nil {
		return decodeRejection(err)
	}
	return create(served, kind, object)
}

func decodeRejection(err error) verdict {
	strict, ok := runtime.AsStrictDecodingError(err)
	if !ok {
		return rejected(problem{Type: "decode", Detail: err.Error()})
	}
	answer := rejected()
	for _, each := range strict.Errors() {
		answer.Errors = append(answer.Errors, problem{Type: "decode", Detail: each.Error()})
	}
	return answer
}

// create does what the create handler and the generic store do, up to where admission and storage begin:
// https://github.com/kubernetes/apiserver/blob/v0.34.3/pkg/endpoints/handlers/create.go
func create(served servedKind, kind schema.GroupVersionKind, object runtime.Object) verdict {
	metadata, err := meta.Accessor(object)
	if err != nil {
		return statusRejection(err)
	}
	namespace := ""
	if served.strategy.NamespaceScoped() {
		namespace = metadata.GetNamespace()
		if namespace == "" {
			namespace = metav1.NamespaceDefault
		}
	}
	said := &warnings{texts: []string{}}
	ctx := requestContext(kind, served.resource, namespace, said)
	rest.WipeObjectMetaSystemFields(metadata)
	if err := rest.EnsureObjectNamespaceMatchesRequestNamespace(namespace, metadata); err != nil {
		return statusRejection(err)
	}
	rest.FillObjectMetaSystemFields(metadata)
	if metadata.GetGenerateName() != "" && metadata.GetName() == "" {
		metadata.SetName(served.strategy.GenerateName(metadata.GetGenerateName()))
	}
	if served.begin != nil {
		if err := served.begin(ctx, object); err != nil {
			return statusRejection(err)
		}
	}
	if err := rest.BeforeCreate(served.strategy, ctx, object); err != nil {
		return statusRejection(err)
	}
	return verdict{"accepted", []problem{}, said.texts}
}

func requestContext(kind schema.GroupVersionKind, resource, namespace string, said warning.Recorder) context.Context {
	ctx := request.WithNamespace(context.Background(), namespace)
	// Declarative validation asks the request for its version.
	ctx = request.WithRequestInfo(ctx, &request.RequestInfo{
		IsResourceRequest: true, Verb: "create", Namespace: namespace,
		APIGroup: kind.Group, APIVersion: kind.Version, Resource: resource,
	})
	ctx = request.WithUser(ctx, &user.DefaultInfo{Name: "admin", Groups: []string{user.SystemPrivilegedGroup}})
	return warning.WithWarningRecorder(ctx, said)
}

func statusRejection(err error) verdict {
	var status *apierrors.StatusError
	if !errors.As(err, &status) {
		return rejected(problem{Type: "other", Detail: err.Error()})
	}
	details := status.ErrStatus.Details
	if details == nil || len(details.Causes) == 0 {
		return rejected(problem{Type: string(status.ErrStatus.Reason), Detail: status.ErrStatus.Message})
	}
	answer := rejected()
	for _, cause := range details.Causes {
		answer.Errors = append(answer.Errors, problem{string(cause.Type), cause.Field, cause.Message})
	}
	return answer
}

// warnings keeps what the API server would send in Warning headers.
type warnings struct{ texts []string }

func (w *warnings) AddWarning(_, text string) { w.texts = append(w.texts, text) }
