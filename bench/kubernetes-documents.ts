import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump, loadAll } from 'js-yaml';

const corpus = fileURLToPath(new URL('../test/kubernetes/corpus/', import.meta.url));

/** How often a kind comes, against once for all others: about as in repositories of clusters. */
const weights: Readonly<Record<string, number>> = {
  ClusterRole: 3,
  ClusterRoleBinding: 3,
  ConfigMap: 10,
  CronJob: 2,
  DaemonSet: 3,
  Deployment: 12,
  // Deprecated: each would be a warning.
  Endpoints: 0,
  HorizontalPodAutoscaler: 2,
  Ingress: 4,
  Job: 2,
  Namespace: 3,
  NetworkPolicy: 4,
  PersistentVolumeClaim: 3,
  PodDisruptionBudget: 2,
  Role: 3,
  RoleBinding: 3,
  Secret: 6,
  Service: 12,
  ServiceAccount: 6,
  StatefulSet: 3,
};

interface Base {
  readonly kind: string;
  metadata?: { name?: string; labels?: Record<string, string>; annotations?: Record<string, string> };
}

/** Writes documents of all kinds of the test corpus, in turn, no two alike, into so many files. */
export function writeDocuments(folder: string, count: number, files: number): void {
  const bases = readBases();
  mkdirSync(folder, { recursive: true });
  const perFile = count / files;
  for (let file = 0; file < files; file += 1) {
    const texts: string[] = [];
    for (let index = file * perFile; index < (file + 1) * perFile; index += 1) {
      const base = bases[index % bases.length];
      if (base) texts.push(dump(variant(base, index)));
    }
    writeFileSync(path.join(folder, `manifests-${String(file).padStart(5, '0')}.yaml`), texts.join('---\n'));
  }
}

function readBases(): Base[] {
  const texts = readdirSync(corpus)
    .sort()
    .map((file) => readFileSync(path.join(corpus, file), 'utf8'));
  // The corpus is our own: every document in it is an object.
  const bases = texts.flatMap((text) => loadAll(text).filter(Boolean) as Base[]);
  // In rounds, so that documents of one kind do not stand together.
  const rounds = Math.max(...Object.values(weights));
  return Array.from({ length: rounds }, (_, round) =>
    bases.filter(({ kind }) => round < (weights[kind] ?? 1)),
  ).flat();
}

function variant(base: Base, index: number): Base {
  const { metadata = {} } = base;
  const labels = { ...metadata.labels, 'bench.example/copy': `copy-${index}` };
  const annotations = {
    ...metadata.annotations,
    'bench.example/note': `document number ${index} of the benchmark`,
  };
  return { ...base, metadata: { ...metadata, labels, annotations } };
}
