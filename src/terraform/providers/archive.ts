import { createHash } from 'node:crypto';
import { Configuration } from './configuration.ts';
import { deriveBytes } from './derive.ts';
import { type Emulate, family } from './family.ts';

/**
 * `archive_file`: nothing is packed, so that its hashes are made up.
 * https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file
 */
const archiveFile: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('type', 'output_path');
  const type = config.text('type');
  if (type !== undefined && type !== 'zip' && type !== 'tar.gz') {
    config.refuse('The attribute "type" of archive_file must be "zip" or "tar.gz".', 'type');
  }
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const bytes = deriveBytes(request.address, 64);
  const hash = (name: string, form: 'hex' | 'base64'): string => createHash(name).update(bytes).digest(form);
  const values = {
    id: hash('sha1', 'hex'),
    output_size: 1024,
    output_md5: hash('md5', 'hex'),
    output_sha: hash('sha1', 'hex'),
    output_sha256: hash('sha256', 'hex'),
    output_sha512: hash('sha512', 'hex'),
    output_base64sha256: hash('sha256', 'base64'),
    output_base64sha512: hash('sha512', 'base64'),
  };
  return { values, placeholders: Object.keys(values) };
};

export const archive = family(['archive'], {
  archive_file: archiveFile,
  'data.archive_file': archiveFile,
});
