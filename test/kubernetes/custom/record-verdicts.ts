// Asks the API server of KUBECONFIG about the corpora and writes its verdicts: `npx tsx <this file>`.
import { writeFileSync } from 'node:fs';
import type { JsonObject } from '../../../src/kubernetes/value.ts';
import { ApiServer, resourcePath } from './api-server.ts';
import { definitionCorpus, definitionObjects, digestOf, resourceCorpus } from './corpus.ts';

const kubeconfig = process.env['KUBECONFIG'];
if (!kubeconfig) throw new Error('KUBECONFIG is not set');
const server = new ApiServer(kubeconfig);
const definitionsPath = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

const paths = new Map<string, string>();
for (const definition of definitionObjects) {
  await server.send('POST', definitionsPath, definition);
  const path = resourcePath(definition);
  const [, , group, version] = path.split('/');
  paths.set(`${group}/${version}/${kindOf(definition)}`, path);
}
// New kinds are served a moment after they are known.
await untilServed();

const resources = resourceCorpus();
const ofResources = await record(
  resources,
  (object) => paths.get(`${object['apiVersion']}/${object['kind']}`) ?? '',
);
const definitions = definitionCorpus();
const ofDefinitions = await record(definitions, () => definitionsPath);
const recorded = {
  server: 'v1.34.3',
  resources: { digest: digestOf(resources), verdicts: ofResources },
  definitions: { digest: digestOf(definitions), verdicts: ofDefinitions },
};
writeFileSync(new URL('./fixtures/verdicts.json', import.meta.url), `${JSON.stringify(recorded, null, 1)}\n`);

async function record(
  objects: readonly JsonObject[],
  pathOf: (object: JsonObject) => string,
): Promise<string> {
  const letters: string[] = [];
  for (let from = 0; from < objects.length; from += 4) {
    const judged = objects.slice(from, from + 4).map((object) => server.judge(pathOf(object), object));
    for (const { verdict } of await Promise.all(judged)) letters.push(verdict.charAt(0));
  }
  return letters.join('');
}

function kindOf({ spec }: JsonObject): string {
  return /"kind":"(\w+)"/.exec(JSON.stringify(spec))?.[1] ?? '';
}

async function untilServed(): Promise<void> {
  for (const path of paths.values()) {
    while ((await server.send('POST', `${path}?dryRun=All`, {})).status === 404)
      await new Promise(setImmediate);
  }
}
