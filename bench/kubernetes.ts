import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGoProgram, hasGo } from '../scripts/build-go-program.ts';
import { kubeconformLocation, writeSchemas } from './kubeconform-schemas.ts';
import { writeDocuments } from './kubernetes-documents.ts';
import { type Measured, measure, seconds } from './measure.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const kubeconform = {
  module: 'github.com/yannh/kubeconform',
  version: 'v0.8.0',
  package: 'github.com/yannh/kubeconform/cmd/kubeconform',
};

/** Documents, files they stand in, runs. */
const sizes = [
  [40, 40, 15],
  [2000, 400, 9],
  [50_000, 500, 5],
] as const;

/** `windtunnel check` on folders of manifests against kubeconform, strict, with schemas made of the same tables. */
export function kubernetesBench(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-bench-'));
  const theirs = hasGo ? buildGoProgram(kubeconform) : undefined;
  const schemas = path.join(folder, 'schemas');
  writeSchemas(schemas, 34);
  console.log(
    `manifests: Node ${process.versions.node}, ${availableParallelism()} cores, kubeconform v0.8.0`,
  );
  for (const [documents, files, runs] of sizes) {
    const manifests = path.join(folder, String(documents));
    writeDocuments(manifests, documents, files);
    const check = [process.execPath, cli, 'check', '--kubernetes', '1.34', '--quiet', manifests];
    const ours = measure(check, runs);
    const line = `${String(documents).padStart(6)} documents in ${files} files: windtunnel ${figures(ours)}`;
    if (theirs === undefined) {
      console.log(`${line}; kubeconform: skipped, there is no Go on this machine`);
      continue;
    }
    const location = kubeconformLocation(schemas);
    const other = measure([theirs, '-strict', '-summary', '-schema-location', location, manifests], runs);
    const ratios = `${ratio(other.wall, ours.wall)} x by clock, ${ratio(other.cpu, ours.cpu)} x by CPU`;
    console.log(`${line}; kubeconform ${figures(other)}; faster ${ratios}`);
  }
  rmSync(folder, { recursive: true });
}

function figures({ wall, cpu, memory }: Measured): string {
  return `${seconds(wall)}, CPU ${seconds(cpu)}, peak ${Math.round(memory)} MiB`;
}

function ratio(theirs: number, ours: number): string {
  return (theirs / ours).toFixed(2);
}
