import { createHash } from 'node:crypto';
import { Configuration } from './configuration.ts';
import { deriveBytes } from './derive.ts';
import { type Emulate, family } from './family.ts';

const sources = ['content', 'sensitive_content', 'content_base64', 'source'] as const;

/**
 * `local_file` and `local_sensitive_file`: what is computed of the content; nothing is written.
 * https://registry.terraform.io/providers/hashicorp/local/latest/docs/resources/file
 */
const localFile: Emulate = (request) => {
  const config = new Configuration(request);
  config.require('filename');
  const set = sources.filter((name) => config.isSet(name));
  if (set.length !== 1) {
    config.refuse(
      `Exactly one of ${sources.join(', ')} of ${request.type} must be set, and ${set.length === 0 ? 'none is' : `${set.join(' and ')} are`}.`,
    );
  }
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const permission = request.type === 'local_file' ? '0777' : '0700';
  const bytes = contentOf(config);
  const computed = hashes(bytes ?? deriveBytes(request.address, 32));
  const values = {
    ...computed,
    file_permission: permission,
    directory_permission: permission,
  };
  return { values, ...(!bytes && { placeholders: Object.keys(computed) }) };
};

/**
 * A file that nobody reads here: the core answers for those of the workspace; what remains is one that another
 * resource is about to write.
 */
const localData: Emulate = ({ address, type }) => {
  const content = `placeholder of ${address}\n`;
  const bytes = Buffer.from(content);
  const values = { content, content_base64: bytes.toString('base64'), ...hashes(bytes) };
  const isSecret = type === 'local_sensitive_file';
  return {
    values,
    placeholders: Object.keys(values),
    ...(isSecret && { secret: ['content', 'content_base64'] }),
  };
};

export const local = family(['local'], {
  local_file: localFile,
  local_sensitive_file: localFile,
  'data.local_file': localData,
  'data.local_sensitive_file': localData,
});

function contentOf(config: Configuration): Buffer | undefined {
  const base64 = config.text('content_base64');
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  const text = config.text('content') ?? config.text('sensitive_content');
  return text === undefined ? undefined : Buffer.from(text);
}

function hashes(bytes: Uint8Array): Readonly<Record<string, string>> {
  const hash = (name: string, form: 'hex' | 'base64'): string => createHash(name).update(bytes).digest(form);
  return {
    id: hash('sha1', 'hex'),
    content_md5: hash('md5', 'hex'),
    content_sha1: hash('sha1', 'hex'),
    content_sha256: hash('sha256', 'hex'),
    content_base64sha256: hash('sha256', 'base64'),
    content_sha512: hash('sha512', 'hex'),
    content_base64sha512: hash('sha512', 'base64'),
  };
}
