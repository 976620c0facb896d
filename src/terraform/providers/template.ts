import { cloudinitConfig } from './cloudinit.ts';
import { Configuration } from './configuration.ts';
import { derivedId } from './derived-id.ts';
import { type Emulate, family } from './family.ts';

/** The core renders it itself, because the host would lose where its text comes from. */
const templateFile: Emulate = () => ({ values: {} });

/** It writes files, which nobody reads here; its identifier is a hash of them. */
const templateDirectory: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('source_dir', 'destination_dir');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  return { values: { id: derivedId(request.address) }, placeholders: ['id'] };
};

/** Version 2 was the last one: https://registry.terraform.io/providers/hashicorp/template/latest/docs */
export const template = family(['template'], {
  template_file: templateFile,
  'data.template_file': templateFile,
  template_dir: templateDirectory,
  'data.template_cloudinit_config': cloudinitConfig,
  template_cloudinit_config: cloudinitConfig,
});
