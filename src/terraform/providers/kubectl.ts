import { cached } from './cached.ts';
import { Configuration } from './configuration.ts';
import { derivedUuid } from './derived-id.ts';
import { type Emulate, family } from './family.ts';
import { kubectlDocuments, selfLink } from './kubectl-document.ts';

/**
 * `kubectl_manifest`: what is read out of its document. That the document is wrong is found where manifests are checked.
 * https://registry.terraform.io/providers/gavinbunney/kubectl/latest/docs/resources/kubectl_manifest
 */
const kubectlManifest: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('yaml_body');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const body = config.text('yaml_body') ?? '';
  const [document] = kubectlDocuments(body) ?? [];
  const uid = derivedUuid(request.address);
  const values = {
    id: document ? selfLink(document) : derivedUuid(request.address),
    api_version: document?.apiVersion ?? '',
    kind: document?.kind ?? '',
    name: document?.name ?? '',
    namespace: config.text('override_namespace') ?? document?.namespace ?? '',
    uid,
    live_uid: uid,
    yaml_body_parsed: body,
    yaml_incluster: body,
    live_manifest_incluster: body,
  };
  const made = ['uid', 'live_uid', 'yaml_incluster', 'live_manifest_incluster'];
  const read = ['id', 'api_version', 'kind', 'name', 'namespace', 'yaml_body_parsed'];
  return {
    values,
    placeholders: document ? made : [...made, ...read],
    ...((document?.kind === 'Secret' || config.isSecret('yaml_body')) && {
      secret: ['yaml_body_parsed', 'yaml_incluster', 'live_manifest_incluster'],
    }),
  };
};

/** `data.kubectl_file_documents`: https://registry.terraform.io/providers/gavinbunney/kubectl/latest/docs/data-sources/kubectl_file_documents */
const fileDocuments: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('content');
  const documents = kubectlDocuments(config.text('content') ?? '');
  if (!documents)
    config.refuse(
      'The attribute "content" of kubectl_file_documents holds a document that is no YAML.',
      'content',
    );
  if (!documents || config.problems.length > 0) return { values: {}, problems: config.problems };
  const values = {
    id: derivedUuid(request.address),
    documents: documents.map(({ text }) => text),
    manifests: Object.fromEntries(documents.map((document) => [selfLink(document), document.text])),
  };
  const computed = ['documents', 'manifests'];
  return {
    values,
    ...(config.isSecret('content') && { secret: computed }),
    ...(!config.isKnown('content') && { placeholders: computed }),
  };
};

/** `data.kubectl_path_documents` and `data.kubectl_filename_list`: nobody looks for files here. */
const files: Emulate = ({ address }) => ({
  values: { id: derivedUuid(address) },
  unknown: ['documents', 'manifests', 'matches', 'basenames'],
});

export const kubectl = family(['kubectl'], {
  kubectl_manifest: cached(kubectlManifest),
  'data.kubectl_file_documents': cached(fileDocuments),
  'data.kubectl_path_documents': files,
  'data.kubectl_filename_list': files,
});
