/**
 * What the core's Terraform methods take and give; `core/terraform/protocol.go` is the other side of it.
 *
 * Paths of files are those of the mounts: `/workspace/…` and, for modules that were fetched, `/modules/<key>/…`.
 * Lines and columns count from 1, columns in Unicode code points; a range ends just behind its last character.
 */
export interface TerraformMethods {
  /** Reads one module: what it declares, and nothing evaluated. */
  'terraform.load': { params: { folder: string }; result: ModuleFacts };
  /** Evaluates a root module with all modules below it; asks the host for every resource instance. */
  'terraform.render': { params: RenderParams; result: RenderResult };
  /** Evaluates expressions one by one, with nothing in reach but functions and `local.unknown`, which is not known. */
  'terraform.evaluate': {
    /** Functions that read files start at the folder, and find nothing without one. */
    params: { expressions: readonly string[]; folder?: string };
    result: { values: readonly Evaluated[] };
  };
}

export interface Evaluated {
  /** JSON of the value, `null` when it is not known or an error. Sensitive values are shown. */
  readonly json: string | null;
  /** As the `type` function of `terraform console` says it, `list(string)`; null when it is an error. */
  readonly type: string | null;
  readonly isKnown: boolean;
  readonly isSensitive: boolean;
  /** Summary and detail as Terraform words them; null when there is none. */
  readonly error: string | null;
}

export interface Range {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a diagnostic is about: each is a check's name below `checks/terraform/`. */
export type DiagnosticCode =
  /** The file is no HCL, or a template no template. */
  | 'syntax'
  /** A block, argument or expression that Terraform's language does not have there. */
  | 'unsupported'
  /** A module that is called is not among those given. */
  | 'module-source'
  /** A name that nothing declares: variable, local, resource, output, attribute, key or index. */
  | 'unknown-reference'
  | 'cycle'
  /** Null where a text needs a value. */
  | 'null-in-template'
  /** A function refused its arguments. */
  | 'function-call'
  /** A value of another type than is needed there. */
  | 'wrong-type'
  /** A required variable without a value, or a value that does not convert. */
  | 'variable-value'
  /** A variable's `validation` does not hold. */
  | 'validation'
  /** A precondition, postcondition or `check` does not hold. */
  | 'condition'
  /** A file that does not exist, or stands where nothing may be read. */
  | 'file-access'
  /** `count` or `for_each` that cannot be used. */
  | 'repetition'
  /** Something grew beyond what is evaluated: texts, collections, instances. */
  | 'limit'
  /** An emulated resource refuses its configuration. */
  | 'resource-configuration'
  | 'evaluation';

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly code: DiagnosticCode;
  /** One sentence in the words of Terraform, without values that are sensitive. */
  readonly message: string;
  /** What to do, where the evaluator knows. */
  readonly fix?: string;
  readonly range?: Range;
  /** Address of the module, resource or output that it was evaluated for: `module.bootstrap.tls_private_key.ca`. */
  readonly address?: string;
}

export interface ModuleFacts {
  readonly variables: readonly VariableFacts[];
  readonly outputs: readonly string[];
  readonly calls: readonly ModuleCall[];
  readonly resources: readonly {
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly name: string;
    readonly range: Range;
  }[];
  readonly requiredVersion: readonly string[];
  readonly requiredProviders: readonly {
    readonly name: string;
    readonly source: string | null;
    readonly version: string | null;
    readonly range: Range;
  }[];
  /** Has `provider` blocks. */
  readonly hasProviders: boolean;
  /** Has a `backend` or `cloud` block. */
  readonly hasBackend: boolean;
  /** Names of files below the module that it names in `file`, `templatefile` and the like, as far as they are literal. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface VariableFacts {
  readonly name: string;
  /** As written, `list(string)`; `any` where nothing is. 0.11's `"list"` and `"map"` are given as they are today. */
  readonly type: string;
  readonly description: string | null;
  readonly hasDefault: boolean;
  /** Literal default as JSON; null without one. */
  readonly defaultJson: string | null;
  readonly isNullable: boolean;
  readonly isSensitive: boolean;
  /** What the validations allow, where one is `contains([...], var.x)`, `var.x == "a" || …`, or a regex of alternatives. */
  readonly allowed: readonly (string | number | boolean)[] | null;
  /** The conditions as written. */
  readonly validations: readonly {
    readonly condition: string;
    readonly message: string;
    readonly range: Range;
  }[];
  readonly range: Range;
}

export interface ModuleCall {
  readonly name: string;
  /** The literal source; null when it is missing or no literal. */
  readonly source: string | null;
  readonly version: string | null;
  /** Names of the arguments that are set. */
  readonly arguments: readonly string[];
  readonly range: Range;
  readonly sourceRange: Range | null;
}

/** A module call in the tree of a root module. */
export interface ModuleNode {
  /** Names of the calls that lead here, joined by dots: `bootstrap`, `workers.pool`; empty for the root. */
  readonly key: string;
  /** Where its files are. */
  readonly folder: string;
  /** What `path.module` says, relative to the root module: `.`, `workers`, `.terraform/modules/bootstrap`. */
  readonly path: string;
}

export interface RenderParams {
  readonly modules: readonly ModuleNode[];
  /** Modules that could not be had, by key: what is asked of them is unknown, and no second error. */
  readonly missing: readonly string[];
  /** Later ones win. */
  readonly variables: readonly VariableInput[];
  /** What `terraform.workspace` says. */
  readonly workspace: string;
}

/** A `.tfvars` or `.tfvars.json` file, or values by name as JSON. */
export type VariableInput =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> };

export interface RenderResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Every instance of every resource and data source, in the order of their addresses. */
  readonly resources: readonly RenderedResource[];
  /** Of the root module. */
  readonly outputs: readonly RenderedValue[];
  /** Of every module in the tree, by its key. */
  readonly providers: readonly {
    readonly module: string;
    readonly name: string;
    readonly source: string | null;
    readonly version: string | null;
  }[];
}

export interface RenderedResource {
  /** `module.workers["a"].aws_instance.node[0]` */
  readonly address: string;
  /** Address of the module instance, empty for the root. */
  readonly module: string;
  /** Key of the module in the tree. */
  readonly moduleKey: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly key: string | number | null;
  readonly range: Range;
  /** Attributes and nested blocks (lists of objects), emulated ones included; unknown values are null. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Paths of values that are not known, because something they need failed. */
  readonly unknown: readonly ValuePath[];
  /** Maps of the texts among the values. */
  readonly texts: readonly TextMap[];
  readonly provisioners: readonly RenderedProvisioner[];
}

export type ValuePath = readonly (string | number)[];

export interface RenderedProvisioner {
  /** `file`, `remote-exec`, `local-exec` */
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly unknown: readonly ValuePath[];
  readonly texts: readonly TextMap[];
  readonly range: Range;
}

export interface RenderedValue {
  readonly name: string;
  readonly value: unknown;
  readonly unknown: readonly ValuePath[];
  readonly texts: readonly TextMap[];
}

/** Where a text among the values comes from. */
export interface TextMap {
  readonly path: ValuePath;
  /** `base64`: the value is the base64 of the text that is mapped. */
  readonly encoding: 'plain' | 'base64';
  /** Files that the runs number, as the mounts name them. */
  readonly files: readonly string[];
  /** As in {@link SourceMap} of the model. */
  readonly runs: readonly number[];
  /** Resource attributes that were put into the text and are no more than placeholders: `aws_instance.a[0].private_ip`. */
  readonly placeholders: readonly string[];
}

/** What the core asks of its host while it renders: attributes of a resource instance. */
export interface ResourceRequest {
  readonly address: string;
  readonly module: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly key: string | number | null;
  /** Version constraint of its provider, as its module or one above it says; null when nobody does. */
  readonly providerVersion: string | null;
  /** What the configuration sets: attributes, and nested blocks as lists of objects; unknown values are left out. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Names of attributes that the configuration sets to a value that is not known. */
  readonly unknown: readonly string[];
  /** Names of attributes and blocks, in paths, that expressions read of this resource: `private_ip`, `network_interface.network_ip`. */
  readonly reads: readonly string[];
  /** Names of attributes that the configuration sets to values that no report may show. */
  readonly secrets?: readonly string[];
}

export interface ResourceAnswer {
  /** Attributes beyond those of the configuration; those that it sets itself are left alone unless named in `replace`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Attributes of `values` that win over the configuration. */
  readonly replace?: readonly string[];
  /** Names of attributes in `values` that no report may show. */
  readonly secret?: readonly string[];
  /** Names of attributes in `values` that are made up, and not what the provider would give. */
  readonly placeholders?: readonly string[];
  /** Names of attributes that nobody can tell, not even their form: what needs them is unknown, and no second report. */
  readonly unknown?: readonly string[];
  /** The configuration is wrong: Terraform would stop. What needs the resource is unknown. */
  readonly problems?: readonly {
    readonly message: string;
    readonly attribute?: string;
    readonly fix?: string;
  }[];
}
