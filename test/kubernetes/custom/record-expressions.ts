// Asks the API server of KUBECONFIG about each rule of fixtures/expressions.json and writes what it says:
// `npx tsx <this file>`. New rules are added there with any value.
import { readFileSync, writeFileSync } from 'node:fs';
import { ApiServer } from './api-server.ts';
import { probe, withRules } from './probe.ts';

const kubeconfig = process.env['KUBECONFIG'];
if (!kubeconfig) throw new Error('KUBECONFIG is not set');
const server = new ApiServer(kubeconfig);
const definitionsPath = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const file = new URL('./fixtures/expressions.json', import.meta.url);

const verdicts = new Map<string, string>();
for (const rule of Object.keys(JSON.parse(readFileSync(file, 'utf8')))) {
  const { verdict } = await server.judge(definitionsPath, withRules([rule]));
  verdicts.set(rule, verdict === 'accepted' ? 'true' : 'invalid');
}
const compiled = [...verdicts].filter(([, verdict]) => verdict === 'true').map(([rule]) => rule);
const created = await server.send('POST', definitionsPath, withRules(compiled));
if (created.status !== 201) throw new Error(`delete the definition of probes first: ${created.body}`);
const path = '/apis/test.example.org/v1/namespaces/default/probes';
while ((await server.send('POST', `${path}?dryRun=All`, {})).status === 404) await new Promise(setImmediate);
const { why } = await server.judge(path, probe);
// Each rule's message is its number.
for (const [, number = ''] of why.matchAll(/rule-(\d+)-failed/g)) {
  const rule = compiled[Number(number)];
  if (rule !== undefined) verdicts.set(rule, 'false');
}
writeFileSync(file, `${JSON.stringify(Object.fromEntries(verdicts), null, 1)}\n`);
