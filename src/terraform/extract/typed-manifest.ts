// Until H5's conversion is there.
export function toManifest(type: string, values: Readonly<Record<string, unknown>>): unknown {
  return type === 'kubernetes_manifest' ? values['manifest'] : undefined;
}
