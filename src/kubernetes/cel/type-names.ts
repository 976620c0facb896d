const names = new Set([
  'bool',
  'int',
  'uint',
  'double',
  'string',
  'bytes',
  'list',
  'map',
  'null_type',
  'type',
  'optional_type',
  'google.protobuf.Duration',
  'google.protobuf.Timestamp',
  'kubernetes.Quantity',
  'kubernetes.URL',
  'kubernetes.Semver',
  'kubernetes.NamedFormat',
  'net.IP',
  'net.CIDR',
]);

/** Whether `name` stands for a type, as in `type(self) == string`. */
export function isTypeName(name: string): boolean {
  return names.has(name);
}
