import type { KindRules } from '../rule.ts';
import { checkCsiDriverObject } from './csi-driver.ts';
import { checkCsiNode } from './csi-node.ts';
import { checkPersistentVolume } from './persistent-volume.ts';
import { checkPersistentVolumeClaim } from './persistent-volume-claim.ts';
import { checkStorageCapacity } from './storage-capacity.ts';
import { checkStorageClass, checkVolumeAttributesClass } from './storage-class.ts';
import { checkVolumeAttachment } from './volume-attachment.ts';

/** What the API server checks in code for storage. */
export const storageRules: KindRules = {
  'v1/PersistentVolume': checkPersistentVolume,
  'v1/PersistentVolumeClaim': checkPersistentVolumeClaim,
  'storage.k8s.io/v1/CSIDriver': checkCsiDriverObject,
  'storage.k8s.io/v1/CSINode': checkCsiNode,
  'storage.k8s.io/v1/CSIStorageCapacity': checkStorageCapacity,
  'storage.k8s.io/v1/StorageClass': checkStorageClass,
  'storage.k8s.io/v1/VolumeAttachment': checkVolumeAttachment,
  'storage.k8s.io/v1/VolumeAttributesClass': checkVolumeAttributesClass,
};
