/** The part of an OpenAPI 2 schema that tables are made of, as in Kubernetes' `api/openapi-spec/swagger.json`. */
export interface OpenApiSchema {
  readonly type?: string;
  readonly format?: string;
  /** `#/definitions/` and a name. */
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly required?: readonly string[];
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
}

/** Where one kind's schema stands. */
export interface KindDefinition {
  /** `v1`, `apps/v1`, `kubelet.config.k8s.io/v1beta1` */
  readonly apiVersion: string;
  readonly kind: string;
  /** Key in `definitions`. */
  readonly definition: string;
  readonly namespaced: boolean;
}

/**
 * All kinds of one minor. Definitions have the names of the swagger file (`io.k8s.api.core.v1.PodSpec`) and may hold
 * more than the kinds need: what no kind reaches is left out of the table. Well-known types such as
 * `io.k8s.apimachinery.pkg.api.resource.Quantity` are recognised by name and need no definition.
 */
export interface MinorDefinitions {
  readonly minor: number;
  readonly definitions: Readonly<Record<string, OpenApiSchema>>;
  readonly kinds: readonly KindDefinition[];
}
