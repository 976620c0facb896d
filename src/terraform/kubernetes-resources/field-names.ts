import type { Field, Struct } from '../../kubernetes/schema/struct.ts';

/** Names that follow no rule, by struct: https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'api.apps.v1.DaemonSetSpec': { strategy: 'updateStrategy' },
  'api.storage.v1.StorageClass': { storage_provisioner: 'provisioner' },
  'api.core.v1.GlusterfsVolumeSource': { endpoints_name: 'endpoints' },
  'api.core.v1.GlusterfsPersistentVolumeSource': { endpoints_name: 'endpoints' },
  'api.core.v1.RBDVolumeSource': {
    ceph_monitors: 'monitors',
    rados_user: 'user',
    rbd_image: 'image',
    rbd_pool: 'pool',
  },
  'api.core.v1.RBDPersistentVolumeSource': {
    ceph_monitors: 'monitors',
    rados_user: 'user',
    rbd_image: 'image',
    rbd_pool: 'pool',
  },
};

/**
 * The field of a struct that an attribute or block in snake case sets: `cluster_ip` is `clusterIP`, and a repeated
 * block has the singular of a list's name, `volume_mount`. Undefined when the struct has none of the kind.
 */
export function fieldFor(struct: Struct, attribute: string): Field | undefined {
  const known = namesOf(struct);
  const exception = exceptions[struct.name];
  if (exception && Object.hasOwn(exception, attribute)) return struct.fields.get(exception[attribute] ?? '');
  const plain = attribute.replaceAll('_', '');
  const spellings = [plain, `${plain}s`, `${plain}es`, plain.replace(/y$/, 'ies')];
  for (const spelling of spellings) {
    const field = known.get(spelling);
    if (field) return field;
  }
  return undefined;
}

/** `host_path` as `hostPath`, for attributes that no struct has a field for. */
export function camelCase(attribute: string): string {
  return attribute.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const known = new Map<Struct, ReadonlyMap<string, Field>>();

/** Fields by their names in lower case. */
function namesOf(struct: Struct): ReadonlyMap<string, Field> {
  const made = known.get(struct);
  if (made) return made;
  const names = new Map([...struct.fields.values()].map((field) => [field.name.toLowerCase(), field]));
  known.set(struct, names);
  return names;
}
