package main

import (
	"context"
	"net"
	"sync"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utilnet "k8s.io/apimachinery/pkg/util/net"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/storage"
	"k8s.io/apiserver/pkg/storage/storagebackend"
	"k8s.io/apiserver/pkg/storage/storagebackend/factory"
	"k8s.io/client-go/tools/cache"
	api "k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	servicestorage "k8s.io/kubernetes/pkg/registry/core/service/storage"
)

// serveService builds the storage of services without a database: it fills in IP families and asks for addresses and
// node ports before validation, and refuses some services on the way.
func serveService(codecs *serializer.CodecFactory) {
	serve("v1", "Service", "services", service.Strategy, codecs)
	// The range of node ports that kube-apiserver has unless it is told otherwise.
	ports, err := portallocator.NewInMemory(utilnet.PortRange{Base: 30000, Size: 2768})
	if err != nil {
		panic(err)
	}
	addresses := map[api.IPFamily]ipallocator.Interface{
		api.IPv4Protocol: anyAddress{api.IPv4Protocol, net.IPv4(10, 96, 0, 77)},
		api.IPv6Protocol: anyAddress{api.IPv6Protocol, net.ParseIP("fd00:10:96::77")},
	}
	store, _, _, err := servicestorage.NewREST(noDatabase{}, api.IPv4Protocol, addresses, ports, nil, nil, nil)
	if err != nil {
		panic(err)
	}
	kind := schema.GroupVersionKind{Version: "v1", Kind: "Service"}
	served := servedKinds[kind]
	// A dry run would not look at the range of node ports, so this allocates truly and gives back at once.
	var one sync.Mutex
	served.begin = func(ctx context.Context, object runtime.Object) error {
		one.Lock()
		defer one.Unlock()
		finish, err := store.BeginCreate(ctx, object, &metav1.CreateOptions{})
		if err == nil {
			finish(ctx, false)
		}
		return err
	}
	servedKinds[kind] = served
}

// anyAddress gives out every address: which range a cluster has, its objects do not say.
type anyAddress struct {
	family api.IPFamily
	next   net.IP
}

func (a anyAddress) Allocate(net.IP) error         { return nil }
func (a anyAddress) AllocateNext() (net.IP, error) { return a.next, nil }
func (a anyAddress) Release(net.IP) error          { return nil }
func (a anyAddress) ForEach(func(net.IP))          {}
func (a anyAddress) CIDR() net.IPNet               { return net.IPNet{} }
func (a anyAddress) IPFamily() api.IPFamily        { return a.family }
func (a anyAddress) Has(net.IP) bool               { return false }
func (a anyAddress) Destroy()                      {}
func (a anyAddress) EnableMetrics()                {}
func (a anyAddress) DryRun() ipallocator.Interface { return a }

type noDatabase struct{}

func (noDatabase) GetRESTOptions(resource schema.GroupResource, _ runtime.Object) (generic.RESTOptions, error) {
	return generic.RESTOptions{
		ResourcePrefix: resource.Resource,
		StorageConfig:  &storagebackend.ConfigForResource{GroupResource: resource},
		Decorator: func(*storagebackend.ConfigForResource, string, func(runtime.Object) (string, error),
			func() runtime.Object, func() runtime.Object, storage.AttrFunc, storage.IndexerFuncs, *cache.Indexers,
		) (storage.Interface, factory.DestroyFunc, error) {
			return nil, func() {}, nil
		},
	}, nil
}
