/** The kubelet's own copy of a static pod has it. */
export const mirrorAnnotation = 'kubernetes.io/config.mirror';

/** Annotations of a container's AppArmor profile, before the container's name. */
export const appArmorPrefix = 'container.apparmor.security.beta.kubernetes.io/';

/** Annotations of a container's seccomp profile, before the container's name. */
export const seccompPrefix = 'container.seccomp.security.alpha.kubernetes.io/';

/** Annotation of a pod's seccomp profile. */
export const seccompAnnotation = 'seccomp.security.alpha.kubernetes.io/pod';
