import { readFileSync } from 'node:fs';
import { distFile } from '../core/dist-file.ts';
import { type KindLookup, readTables, type Tables } from './schema/tables.ts';

// Read when they are first asked for: a run without Kubernetes has no use for them.
const builtIn = lazily('../schemas/kubernetes.json');
const components = lazily('../schemas/kubernetes-components.json');

/** What a minor of Kubernetes 1.x says to a kind: of the API server, or of a component's configuration. */
export function findKind(apiVersion: string, kind: string, minor: number): KindLookup {
  const found = builtIn().find(apiVersion, kind, minor);
  if (found.state !== 'unknown') return found;
  const ofComponent = components().find(apiVersion, kind, minor);
  return ofComponent.state === 'unknown' && !ofComponent.builtIn ? found : ofComponent;
}

/** `file`: from `dist/`. */
function lazily(file: string): () => Tables {
  let tables: Tables | undefined;
  return () => {
    tables ??= readTables(readFileSync(distFile(file), 'utf8'));
    return tables;
  };
}
