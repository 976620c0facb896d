/** The expression does not compile. */
export class CelTypeError extends Error {}

/** The expression calls something that Kubernetes may know and we do not. */
export class UnknownFunctionError extends Error {}
